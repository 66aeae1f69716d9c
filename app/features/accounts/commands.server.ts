import type { AuthError, AuthResponse } from "@supabase/supabase-js";
import { type ProblemKey, refusal } from "~/platform/refusal";
import type { Session } from "~/platform/session.server";
import { databaseAs } from "~/platform/supabase.server";
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
  token: string,
  input: FirstOrganizationInput,
  language: string,
): Promise<Session> {
  const { organization, coalition, person, email, passphrase } = input;
  const answer = await databaseAs().auth.signUp({
    email,
    password: passphrase,
    options: {
      data: {
        invitation: token,
        display_name: person.display_name,
        language,
        time_zone: organization.time_zone,
        first_organization: { ...organization, legal_name: organization.display_name, coalition },
      },
    },
  });
  return sessionOf(answer, (error) => {
    if (error.code === "user_already_exists") return refusal({ key: "account_exists", field: "email" }, 422);
    if (error.code === "weak_password") return refusal({ key: "passphrase_too_short", field: "passphrase" }, 422);
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
