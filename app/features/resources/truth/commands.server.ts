import { z } from "zod";
import { type Asking, answered } from "~/platform/answered.server";
import type { Json } from "~/platform/database.types";
import { env } from "~/platform/env.server";
import { type Db, data } from "~/platform/supabase.server";

/** Says that a service is as its card tells, and how one knows. */
export async function verifyService(db: Db, organizationId: string, serviceId: string, method: string) {
  await data(db.rpc("verify_service", { service_id: serviceId, organization_id: organizationId, method }));
}

type Suggested = {
  submission_id: string;
  organization?: string | undefined;
  field: string;
  value: unknown;
  reason: string;
  contact: string;
  language: string;
};

const sentSchema = z.object({ code: z.string() });

/** Suggests that one fact is different, as a member of an organization or as anyone. */
export async function suggestChange(asking: Asking, serviceId: string, given: Suggested) {
  const { submission_id, organization, ...suggestion } = given;
  const asked = {
    ...{ secret: env().SERVER_SECRET, network: asking.network, service_id: serviceId, submission_id },
    // Nobody's organization is a null of the database's.
    organization_id: (organization ?? null) as string,
    suggestion: suggestion as Json,
  };
  return sentSchema.parse(answered(asking, await data(asking.db.rpc("suggest_change", asked))));
}

/** Writes what was suggested over what its reader saw. */
export async function acceptSuggestion(
  db: Db,
  organizationId: string,
  suggestionId: string,
  { seen, publish }: { seen: string; publish: boolean },
) {
  await data(
    db.rpc("accept_suggestion", { suggestion_id: suggestionId, organization_id: organizationId, seen, publish }),
  );
}

export async function declineSuggestion(db: Db, organizationId: string, suggestionId: string) {
  await data(db.rpc("decline_suggestion", { suggestion_id: suggestionId, organization_id: organizationId }));
}

type Settled = { field: string; source: string; take: boolean; seen: number };

/** Takes what another source says, or leaves the service as it is. */
export async function settleDisagreement(db: Db, organizationId: string, serviceId: string, settled: Settled) {
  const { field, source, take, seen } = settled;
  const asked = { service_id: serviceId, organization_id: organizationId, field, source, take, seen_version: seen };
  await data(db.rpc("settle_disagreement", asked));
}

export async function takeStewardship(db: Db, organizationId: string, serviceId: string) {
  await data(db.rpc("take_stewardship", { service_id: serviceId, organization_id: organizationId }));
}

export async function endStewardship(db: Db, organizationId: string, serviceId: string) {
  await data(db.rpc("end_stewardship", { service_id: serviceId, organization_id: organizationId }));
}

type Corrected = { field: string; value: unknown; seen: string };

/** Corrects one fact as the steward, over the one it saw. */
export async function correctFact(db: Db, organizationId: string, serviceId: string, given: Corrected) {
  const { field, seen } = given;
  const asked = { service_id: serviceId, organization_id: organizationId, field, value: given.value as Json, seen };
  await data(db.rpc("correct_fact", asked));
}

const pressedSchema = z.object({ verify_by: z.string() });

/** Says by a mailed link, once, that a service is still right. */
export async function pressStillTrue(db: Db, token: string) {
  return pressedSchema.parse(await data(db.rpc("press_still_true", { token })));
}
