import { z } from "zod";
import { type Db, data } from "~/platform/supabase.server";
import type { HostEndingInput, HostInvitationInput, HostRightsInput } from "./schema";

const doneSchema = z.object({ id: z.string() });

/** Invites a fellow organization to hold a gathering, or to spread the word. */
export async function inviteHost(db: Db, organizationId: string, id: string, input: HostInvitationInput) {
  return done(db.rpc("invite_host", { gathering_id: id, organization_id: organizationId, ...input }));
}

/** Whether editors of a co-host may change what card and detail say. */
export async function changeHosting(
  db: Db,
  organizationId: string,
  { id, hostId }: { id: string; hostId: string },
  input: HostRightsInput,
) {
  return done(
    db.rpc("change_hosting", { gathering_id: id, organization_id: organizationId, host_id: hostId, ...input }),
  );
}

/** Ends a hosting, or takes an invitation back; acting as the owner, or as the host itself. */
export async function endHosting(
  db: Db,
  organizationId: string,
  { id, hostId }: { id: string; hostId: string },
  input: HostEndingInput,
) {
  return done(db.rpc("end_hosting", { gathering_id: id, organization_id: organizationId, host_id: hostId, ...input }));
}

/** Answers an invitation, with whatever else of its series is asked. */
export async function answerHosting(db: Db, organizationId: string, id: string, accept: boolean) {
  return done(db.rpc("answer_hosting", { gathering_id: id, organization_id: organizationId, accept }));
}

type Call = Parameters<typeof data<unknown>>[0];

async function done(call: Call) {
  return doneSchema.parse(await data(call));
}
