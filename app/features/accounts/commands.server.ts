import type { AuthError, AuthResponse } from "@supabase/supabase-js";
import { z } from "zod";
import { env } from "~/platform/env.server";
import { type ProblemKey, refusal } from "~/platform/refusal";
import type { Session } from "~/platform/session.server";
import { type Db, data, databaseAs } from "~/platform/supabase.server";
import { isFirstLinkOpen, isSignUpOpen } from "./queries.server";
import type { FirstOrganizationInput, InvitedAccountInput, SignInInput } from "./schema";

/** A session for whoever knows the password. The refusal does not tell whether the address exists. */
export async function signInWithPassword({
  email,
  password,
}: Pick<SignInInput, "email" | "password">): Promise<Session> {
  const answer = await databaseAs().auth.signInWithPassword({ email, password });
  return sessionOf(answer, () => refusal({ key: "sign_in_refused" }, 422));
}

/** Ends this session, or all of this person's. One that has ended already is as good. */
export async function endSession(session: Session, scope: "local" | "global"): Promise<"ended" | "silent"> {
  const { error } = await databaseAs().auth.admin.signOut(session.accessToken, scope);
  return error && isSilent(error) ? "silent" : "ended";
}

/** Makes the account of a first link's holder; the database makes the organization and its coalition with it. */
export async function openFirstOrganization(
  db: Db,
  token: string,
  input: FirstOrganizationInput,
  language: string,
): Promise<Session> {
  const { organization, coalition, person, email, passphrase } = input;
  const { display_name } = person;
  const first_organization = { ...organization, legal_name: organization.display_name, coalition };
  const data = { invitation: token, display_name, language, time_zone: organization.time_zone, first_organization };
  const answer = await databaseAs().auth.signUp({ email, password: passphrase, options: { data } });

  if (saysNoMore(answer)) {
    const open = await isFirstLinkOpen(db, token);
    throw refusal({ key: open ? "sign_up_refused" : "link_not_valid" }, 409);
  }
  return signedUp(answer);
}

/** Makes the account of somebody who was invited; the database makes the membership with it. */
export async function openInvitedAccount(
  db: Db,
  token: string,
  { display_name, email, passphrase }: InvitedAccountInput,
  { time_zone, language }: { time_zone: string; language: string },
): Promise<Session> {
  if (!(await isSignUpOpen(db, token, email))) {
    throw refusal({ key: "invitation_other_address", field: "email" }, 422);
  }
  const options = { data: { invitation: token, display_name, language, time_zone } };
  const answer = await databaseAs().auth.signUp({ email, password: passphrase, options });
  if (saysNoMore(answer)) {
    // Used in another window a moment ago, or the address has an account.
    if (await isSignUpOpen(db, token, email)) throw refusal({ key: "account_exists", field: "email" }, 422);
    throw refusal({ key: "link_not_valid" }, 409);
  }
  return signedUp(answer);
}

/** Joins the organization that invited the address one is signed in with. */
export async function acceptInvitation(db: Db, token: string): Promise<{ slug: string }> {
  return z.object({ slug: z.string() }).parse(await data(db.rpc("accept_invitation", { token })));
}

/** Queues a link for whoever has this address, if anybody has; nobody is told whether. */
export async function requestLink(db: Db, kind: "sign_in_link" | "password_reset", email: string) {
  await data(db.rpc("queue_mailed_link", { secret: env().SERVER_SECRET, kind, email }));
}

/** A session in exchange for a mailed sign-in link. */
export async function signInWithLink(db: Db, token: string): Promise<Session> {
  const token_hash = await data(db.rpc("use_sign_in_link", { token }));
  const answer = await databaseAs().auth.verifyOtp({ type: "magiclink", token_hash });
  return sessionOf(answer, () => refusal({ key: "link_not_valid" }, 409));
}

/** Sets a new password by a mailed link; its person is signed out everywhere. */
export async function resetPassword(db: Db, token: string, passphrase: string) {
  await data(db.rpc("reset_password", { token, password: passphrase }));
}

/** Confirms one end of a change of address. The address changes with the second. */
export async function confirmAddress(db: Db, token: string): Promise<{ done: boolean }> {
  return z.object({ done: z.boolean() }).parse(await data(db.rpc("confirm_address", { token })));
}

/** Ends the kind of mail whose message carried the link. */
export async function endMail(db: Db, token: string) {
  await data(db.rpc("end_mail", { token }));
}

/** The sign-up service does not say why: a hosted one answers 500 to whatever the database refuses. */
function saysNoMore({ error }: AuthResponse): boolean {
  return error?.status === 500 || error?.code === "signup_refused" || error?.code === "user_already_exists";
}

function signedUp(answer: AuthResponse): Session {
  return sessionOf(answer, ({ code }) => {
    if (code === "weak_password") return refusal({ key: "passphrase_too_short", field: "passphrase" }, 422);
    return refusal({ key: "link_not_valid" }, 409);
  });
}

function sessionOf({ data, error }: AuthResponse, refused: (error: AuthError) => ReturnType<typeof refusal>): Session {
  if (data.session) {
    const { access_token, refresh_token, expires_at, expires_in } = data.session;
    return {
      accessToken: access_token,
      refreshToken: refresh_token,
      expiresAt: expires_at ?? Math.floor(Date.now() / 1000) + expires_in,
    };
  }
  if (error?.status === 429) throw refusal({ key: "too_many_tries" }, 429);
  if (!error || isSilent(error)) throw silent();
  throw refused(error);
}

function isSilent({ status }: AuthError): boolean {
  return !status || status >= 500;
}

function silent() {
  const key: ProblemKey = "sign_in_silent";
  return refusal({ key }, 503);
}
