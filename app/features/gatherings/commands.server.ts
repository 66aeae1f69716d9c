import { z } from "zod";
import { type Db, data } from "~/platform/supabase.server";
import type {
  CancellationInput,
  MoveInput,
  NewGatheringInput,
  RestorationInput,
  RevisedGatheringInput,
} from "./schema";

const doneSchema = z.object({ id: z.string() });

/** Puts a gathering up with everything that belongs to it; the same submission twice is one gathering. */
export async function scheduleGathering(db: Db, organizationId: string, input: NewGatheringInput) {
  const { submission_id, ...layers } = input;
  return done(db.rpc("schedule_gathering", { organization_id: organizationId, submission_id, ...layers }));
}

/** Changes a gathering, unless somebody else did so since it was read. */
export async function reviseGathering(db: Db, organizationId: string, id: string, input: RevisedGatheringInput) {
  const { acting: _owner, ...layers } = input;
  return done(db.rpc("revise_gathering", { gathering_id: id, organization_id: organizationId, ...layers }));
}

/** Changes, as a co-host, what a gathering says; what is its owner's to decide is not sent. */
export async function reviseHostedGathering(db: Db, hostId: string, id: string, input: RevisedGatheringInput) {
  const { audience, coalition_id, state, indexable, tells_taken, ...card } = input.card;
  const { audience: _sight, coalition_id: _standing, recipients, publish, ...detail } = input.detail ?? {};
  const { seen_version } = input;
  const asked = { gathering_id: id, host_id: hostId, seen_version, card };
  return done(db.rpc("revise_hosted_gathering", input.detail ? { ...asked, detail } : asked));
}

/** Gives a gathering another time on the clocks of its place, unless somebody else changed it since it was read. */
export async function moveGathering(db: Db, organizationId: string, id: string, input: MoveInput) {
  const { seen_version, starts_local, ends_local, folds } = input;
  const asked = { gathering_id: id, organization_id: organizationId, seen_version, starts_local, ends_local, ...folds };
  return done(db.rpc("move_gathering", asked));
}

/** Cancels a gathering for everyone who can see it, with the reason. */
export async function cancelGathering(db: Db, organizationId: string, id: string, input: CancellationInput) {
  const { reason, seen_version } = input;
  return done(db.rpc("cancel_gathering", { gathering_id: id, organization_id: organizationId, seen_version, reason }));
}

/** Puts a cancelled gathering back on. */
export async function restoreGathering(db: Db, organizationId: string, id: string, { seen_version }: RestorationInput) {
  return done(db.rpc("restore_gathering", { gathering_id: id, organization_id: organizationId, seen_version }));
}

type Call = Parameters<typeof data<unknown>>[0];

async function done(call: Call) {
  return doneSchema.parse(await data(call));
}
