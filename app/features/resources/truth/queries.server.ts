import { z } from "zod";
import { type Asking, answered } from "~/platform/answered.server";
import { env } from "~/platform/env.server";
import { organizationSchema } from "~/platform/fellows";
import { refusal } from "~/platform/refusal";
import { type Db, data } from "~/platform/supabase.server";
import { facts, methods } from "./facts";

const texts = z.record(z.string(), z.string());
const suggestionStates = z.enum(["open", "accepted", "declined"]);
const truthStates = z.enum(["confirmed", "due", "stale"]);

/** Whether a service is right, as its page and the page of its checks say it. */
export const truthSchema = z.object({
  id: z.string(),
  name: texts,
  time_zone: z.string(),
  state: truthStates,
  verified_at: z.string().nullable(),
  verify_by: z.string().nullable(),
  believed_days: z.number(),
  verifications: z.array(
    z.object({ verified_at: z.string(), method: z.enum(methods), organization: organizationSchema.nullable() }),
  ),
  members: z
    .object({
      steward: organizationSchema.nullable(),
      as: z.array(
        organizationSchema.extend({
          is_owner: z.boolean(),
          verifies: z.boolean(),
          answers: z.boolean(),
          may_take_over: z.boolean(),
        }),
      ),
      open: z.number(),
      suggested: z.array(
        z.object({
          id: z.string(),
          field: z.string(),
          value: z.unknown(),
          state: suggestionStates,
          made_at: z.string(),
        }),
      ),
      conflicts: z.array(z.object({ field: z.string(), values: z.array(z.unknown()) })),
      disagreements: z.array(
        z.object({ field: z.string(), source: z.string(), theirs: z.unknown(), noted_at: z.string() }),
      ),
    })
    .nullable(),
});
export type Truth = z.output<typeof truthSchema>;

/** Whether a service is right. One that is hidden is not there. */
export async function getTruth(db: Db, serviceId: string): Promise<Truth> {
  const found = truthSchema.nullable().parse(await data(db.rpc("service_truth", { service_id: serviceId })));
  if (!found) throw refusal({ key: "not_found" }, 404);
  return found;
}

const formSchema = z.object({
  id: z.string(),
  name: texts,
  facts: z.record(z.string(), z.unknown()),
  organizations: z.array(organizationSchema).nullable(),
});

/** What somebody who says that a fact is different starts from. A service that is hidden is not there. */
export async function getSuggestionForm(db: Db, serviceId: string) {
  const found = formSchema.nullable().parse(await data(db.rpc("suggestion_form", { service_id: serviceId })));
  if (!found) throw refusal({ key: "not_found" }, 404);
  return found;
}

const changesSchema = truthSchema.extend({
  is_owner: z.boolean(),
  version: z.number().nullable(),
  place_is_public: z.boolean(),
  facts: z.record(z.string(), z.object({ now: z.unknown(), mark: z.string() })),
  suggestions: z.array(
    z.object({
      id: z.string(),
      field: z.enum(facts),
      value: z.unknown(),
      reason: z.string(),
      made_at: z.string(),
      organization: organizationSchema.nullable(),
    }),
  ),
});
export type Changes = z.output<typeof changesSchema>;

/** What others say is different, beside what it says now, for those who may answer. */
export async function getChanges(db: Db, organizationId: string, serviceId: string): Promise<Changes> {
  const asked = { service_id: serviceId, organization_id: organizationId };
  return changesSchema.parse(await data(db.rpc("suggested_changes", asked)));
}

/** One of the suggestions that wait. */
export async function getSuggestedChange(db: Db, organizationId: string, serviceId: string, suggestionId: string) {
  const changes = await getChanges(db, organizationId, serviceId);
  const suggestion = changes.suggestions.find(({ id }) => id === suggestionId);
  if (!suggestion) throw refusal({ key: "not_found" }, 404);
  return { changes, suggestion };
}

const checksSchema = z.object({
  services: z.array(
    z.object({
      id: z.string(),
      name: texts,
      state: truthStates,
      verify_by: z.string().nullable(),
      suggestions: z.number(),
      disagreements: z.number(),
      owner: organizationSchema.nullable(),
      steward: organizationSchema.nullable(),
    }),
  ),
  suggested: z.array(
    z.object({
      id: z.string(),
      service: z.object({ id: z.string(), name: texts }),
      field: z.string(),
      value: z.unknown(),
      state: suggestionStates,
      made_at: z.string(),
    }),
  ),
});
export type Checks = z.output<typeof checksSchema>;

/** What an organization should look at, and what came of what it suggested elsewhere. */
export async function getChecks(db: Db, organizationId: string): Promise<Checks> {
  const found = checksSchema
    .nullable()
    .parse(await data(db.rpc("organization_truth", { organization_id: organizationId })));
  if (!found) throw refusal({ key: "not_found" }, 404);
  return found;
}

const suggestionSchema = z.object({
  service: z.object({ id: z.string(), name: texts, time_zone: z.string() }).nullable(),
  field: z.string(),
  value: z.unknown(),
  state: suggestionStates,
  made_at: z.string(),
  delete_at: z.string(),
});

/** A suggestion for whoever has its code, or a sentence why there is none. */
export async function getSuggestion(asking: Asking, code: string) {
  const asked = { secret: env().SERVER_SECRET, network: asking.network, code };
  return suggestionSchema.parse(answered(asking, await data(asking.db.rpc("read_suggestion", asked))));
}

const stillTrueSchema = z.object({
  id: z.string(),
  name: texts,
  verify_by: z.string().nullable(),
  phone: z.string().nullable(),
  organization: z.string(),
});

/** Which service a mailed link is about; nothing where it opens nothing. */
export async function findStillTrue(db: Db, token: string) {
  return stillTrueSchema.nullable().parse(await data(db.rpc("read_still_true", { token })));
}
