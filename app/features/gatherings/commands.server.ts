import { z } from "zod";
import { refusal } from "~/platform/refusal";
import { type Db, data } from "~/platform/supabase.server";
import type { StoredGathering } from "./card";
import { planSeries } from "./repeating/plan-series";
import { planRevision, ruleEndingBefore } from "./repeating/revise-plan";
import { readTypedRepetition } from "./repeating/typed-repetition";
import type {
  CancellationInput,
  MoveInput,
  NewGatheringInput,
  RestorationInput,
  RevisedGatheringInput,
} from "./schema";

const doneSchema = z.object({ id: z.string() });

/** Puts a gathering up with everything that belongs to it, or a whole series; the same submission twice is one. */
export async function scheduleGathering(db: Db, organizationId: string, input: NewGatheringInput, now: Date) {
  const { repeating, ...asked } = input;
  const { repetition } = readTypedRepetition(repeating, input.card.starts_local.slice(0, 10));
  if (!repetition) return done(db.rpc("schedule_gathering", { organization_id: organizationId, ...asked }));
  const series = planSeries(repetition, input.card.starts_local, now);
  return done(db.rpc("schedule_series", { organization_id: organizationId, ...asked, series }));
}

/** Changes a gathering, unless somebody else did so since it was read. */
export async function reviseGathering(db: Db, organizationId: string, id: string, input: RevisedGatheringInput) {
  const { acting: _owner, repeating: _asItIs, scope: _thisOne, single: _single, ...asked } = input;
  return done(db.rpc("revise_gathering", { gathering_id: id, organization_id: organizationId, ...asked }));
}

/** Changes, as a co-host, what a gathering says; what is its owner's to decide is not sent. */
export async function reviseHostedGathering(db: Db, hostId: string, id: string, input: RevisedGatheringInput) {
  const { audience, coalition_id, state, indexable, tells_taken, ...card } = input.card;
  const { audience: _sight, coalition_id: _standing, recipients, publish, ...detail } = input.detail ?? {};
  const { seen_version } = input;
  const asked = { gathering_id: id, host_id: hostId, seen_version, card };
  return done(db.rpc("revise_hosted_gathering", input.detail ? { ...asked, detail } : asked));
}

/** Whether a change goes for more than one: chosen so, or a single gathering that begins to repeat. */
export function isForSeveral({ scope, single, repeating }: RevisedGatheringInput): boolean {
  return scope !== "this" || (single && (repeating.repeats || "no") !== "no");
}

type Revised = { input: RevisedGatheringInput; stored: StoredGathering; reason: string; now: Date };

/** Changes a gathering and those that follow or all that are still to come; or makes one repeat that did not. */
export async function reviseSeries(db: Db, organizationId: string, { input, stored, reason, now }: Revised) {
  const { acting: _owner, repeating, scope, single: _single, ...asked } = input;
  const wide = scope === "this" ? "all" : scope;
  const series = planRevision({ typed: repeating, card: input.card, stored, scope: wide, reason, now });
  const call = { gathering_id: stored.id, organization_id: organizationId, ...asked, scope: wide, series };
  return done(db.rpc("revise_series", call));
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

/** Cancels a gathering and those that follow, or all that are still to come. */
export async function cancelSeries(db: Db, organizationId: string, stored: StoredGathering, input: CancellationInput) {
  const { reason, seen_version, scope } = input;
  if (!stored.series) throw refusal({ key: "not_understood", field: "scope" }, 422);
  const ended_rule = ruleEndingBefore(stored.series, stored.series.recurrence_local) ?? "";
  const asked = { gathering_id: stored.id, organization_id: organizationId, seen_version, reason, scope, ended_rule };
  return done(db.rpc("cancel_series", asked));
}

/** Puts a cancelled gathering back on. */
export async function restoreGathering(db: Db, organizationId: string, id: string, { seen_version }: RestorationInput) {
  return done(db.rpc("restore_gathering", { gathering_id: id, organization_id: organizationId, seen_version }));
}

type Call = Parameters<typeof data<unknown>>[0];

async function done(call: Call) {
  return doneSchema.parse(await data(call));
}
