import { z } from "zod";
import { type Asking, answered } from "~/platform/answered.server";
import { env } from "~/platform/env.server";
import { type Db, data } from "~/platform/supabase.server";
import type { Answers, Terms } from "./schema";

const doneSchema = z.object({
  code: z.string(),
  state: z.enum(["coming", "waiting", "cancelled"]),
  delete_at: z.string(),
});

/** Signs somebody up, through the link of one of the hosts; the same form twice is one sign-up with one code. */
export async function signUp(
  asking: Asking,
  gatheringId: string,
  via: string,
  input: Answers & { submission_id: string },
) {
  const { submission_id, ...answers } = input;
  const { db, network } = asking;
  const asked = { secret: env().SERVER_SECRET, network, gathering_id: gatheringId, via, submission_id, answers };
  return doneSchema.parse(answered(asking, await data(db.rpc("sign_up", asked))));
}

/** Changes what somebody said of themselves, by their code. */
export async function changeSignup(asking: Asking, code: string, answers: Answers) {
  const asked = { secret: env().SERVER_SECRET, network: asking.network, code, answers };
  answered(asking, await data(asking.db.rpc("change_signup", asked)));
}

/** Takes a sign-up back, and forgets whose it was. */
export async function cancelSignup(asking: Asking, code: string) {
  const asked = { secret: env().SERVER_SECRET, network: asking.network, code };
  answered(asking, await data(asking.db.rpc("cancel_signup", asked)));
}

/** Takes one of an organization's own people off the list. */
export async function removeSignup(db: Db, organizationId: string, signupId: string) {
  await data(db.rpc("remove_signup", { signup_id: signupId, organization_id: organizationId }));
}

/** Opens a gathering for sign-up, changes the terms, or closes it. */
export async function saveSignupList(db: Db, organizationId: string, gatheringId: string, terms: Terms) {
  const { scope, open, keep_days, ...others } = terms;
  const kept = { ...others, keep_days: keep_days ?? 14, closed: open === "no" };
  await data(
    db.rpc("save_signup_list", { gathering_id: gatheringId, organization_id: organizationId, terms: kept, scope }),
  );
}
