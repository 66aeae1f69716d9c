import type { AuthError, AuthResponse } from "@supabase/supabase-js";
import { type ProblemKey, refusal } from "~/platform/refusal";
import type { Session } from "~/platform/session.server";
import { type Db, databaseAs } from "~/platform/supabase.server";
import { isFirstLinkOpen } from "./queries.server";
import type { FirstOrganizationInput, SignInInput } from "./schema";

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

  // Whatever the database refuses, the sign-up service says no more than 500.
  if (answer.error?.status === 500) {
    const open = await isFirstLinkOpen(db, token);
    throw refusal({ key: open ? "slug_taken" : "link_not_valid" }, 409);
  }
  return sessionOf(answer, ({ code }) => {
    if (code === "user_already_exists") return refusal({ key: "account_exists", field: "email" }, 422);
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
