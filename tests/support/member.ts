import type { Local } from "./product";

/** The password of every demonstration account. */
export const password = "hamkke-demo";

/** The organizations of the demonstration that are named in the contract for outside checks. */
export const organizations = ["nakasec", "krcla", "krc-chicago", "advancing-justice-la"] as const;
export const roles = ["viewer", "member", "editor", "admin"] as const;

export type Sent = Omit<RequestInit, "body" | "headers"> & { headers?: Record<string, string> };

/** Somebody with a browser that runs no script: keeps cookies, follows nothing, sends forms as a page would. */
export type Visitor = {
  get(path: string, sent?: Sent): Promise<Response>;
  post(path: string, fields: Record<string, string | string[]>, sent?: Sent): Promise<Response>;
  /** Every cookie this person holds. */
  cookies(): Map<string, string>;
};

/** Somebody who has not signed in. */
export function visitor({ app_url }: Pick<Local, "app_url">): Visitor {
  const cookies = new Map<string, string>();
  const send = async (path: string, init: RequestInit & { headers: Record<string, string> }) => {
    const headers = { ...init.headers };
    if (cookies.size > 0) headers.cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(new URL(path, app_url), { redirect: "manual", ...init, headers });
    keepCookies(cookies, response.headers.getSetCookie());
    return response;
  };
  return {
    cookies: () => cookies,
    get: (path, { headers = {}, ...init } = {}) => send(path, { ...init, headers }),
    post: (path, fields, { headers = {}, ...init } = {}) =>
      send(path, {
        method: "POST",
        ...init,
        body: formBody(fields),
        headers: { origin: new URL(app_url).origin, "content-type": "application/x-www-form-urlencoded", ...headers },
      }),
  };
}

/** Signs in through the page that people use. */
export async function signInAs(local: Local, email: string): Promise<Visitor> {
  const person = visitor(local);
  await person.get("/sign-in");
  const response = await person.post("/sign-in", { email, password });
  if (response.status !== 302)
    throw new Error(`${email} could not sign in: ${response.status} ${await response.text()}`);
  return person;
}

/** The API as somebody outside the pages reaches it: a publishable key and, for a member, a token. */
export function rest(local: Local, token?: string) {
  return (path: string, { headers = {}, ...init }: RequestInit & { headers?: Record<string, string> } = {}) =>
    fetch(new URL(path, local.supabase_url), {
      ...init,
      headers: {
        apikey: local.publishable_key,
        authorization: `Bearer ${token ?? local.publishable_key}`,
        "content-type": "application/json",
        ...headers,
      },
    });
}

/** A member's own access token. */
export async function tokenOf(local: Local, email: string): Promise<string> {
  const response = await rest(local)("/auth/v1/token?grant_type=password", {
    method: "POST",
    body: JSON.stringify({ email, password }),
  });
  const answer = (await response.json()) as { access_token?: string };
  if (!answer.access_token) throw new Error(`${email} got no token: ${response.status}`);
  return answer.access_token;
}

function formBody(fields: Record<string, string | string[]>): URLSearchParams {
  return new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => [value].flat().map((each) => [name, each] as [string, string])),
  );
}

function keepCookies(cookies: Map<string, string>, set: string[]) {
  for (const line of set) {
    const [pair = "", ...attributes] = line.split(/;\s*/);
    const [name = "", ...value] = pair.split("=");
    if (attributes.some((each) => /^max-age=0$/i.test(each))) cookies.delete(name);
    else cookies.set(name, value.join("="));
  }
}
