import { z } from "zod";
import { env } from "~/platform/env.server";
import { type Db, data } from "~/platform/supabase.server";
import { answered } from "./answered.server";
import type { Answers, Terms } from "./schema";

const doneSchema = z.object({
  code: z.string(),
  state: z.enum(["coming", "waiting", "cancelled"]),
  delete_at: z.string(),
});

type Asked = { db: Db; network: string };

/** Signs somebody up, through the link of one of the hosts; the same form twice is one sign-up with one code. */
export async function signUp(
  { db, network }: Asked,
  gatheringId: string,
  via: string,
  input: Answers & { submission_id: string },
) {
  const { submission_id, ...answers } = input;
  const asked = { secret: env().SERVER_SECRET, network, gathering_id: gatheringId, via, submission_id, answers };
  return doneSchema.parse(answered(await data(db.rpc("sign_up", asked))));
}

/** Changes what somebody said of themselves, by their code. */
export async function changeSignup({ db, network }: Asked, code: string, answers: Answers) {
  answered(await data(db.rpc("change_signup", { secret: env().SERVER_SECRET, network, code, answers })));
}

/** Takes a sign-up back, and forgets whose it was. */
export async function cancelSignup({ db, network }: Asked, code: string) {
  answered(await data(db.rpc("cancel_signup", { secret: env().SERVER_SECRET, network, code })));
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
