import { randomUUID } from "node:crypto";
import { compare, hashSync } from "bcryptjs";

/** Supabase's endpoints, in this process. */
export type Fetch = (request: Request) => Promise<Response>;

/**
 * How soon a wrong password is refused at the earliest. Lite hashes only where the account exists; the door does the same
 * work for those that do not, since many at once would wait longer than this.
 */
const REFUSAL_MS = 400;

/**
 * The endpoints of the sign-in service that Hamkke uses. The others answer differently for an address that has an account,
 * or change an account without asking for its password; they are not there.
 */
export function isOpenToAuth(method: string, path: string): boolean {
  return OPEN.has(`${method} ${path}`) || !path.startsWith("/auth/");
}

const OPEN = new Set([
  ...["POST /auth/v1/token", "POST /auth/v1/signup", "POST /auth/v1/verify", "POST /auth/v1/logout"],
  "GET /auth/v1/user",
]);

/** Passes a request on so that no answer of the sign-in service tells whether an address has an account. */
export function throughAuthDoor(fetch: Fetch, hasPassword: HasPassword): Fetch {
  return async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === "/auth/v1/verify" && !(await isPass(request.clone()))) return nothingThere();
    if (pathname === "/auth/v1/signup" && !(await isInvited(request.clone(), fetch))) return notInvited();
    if (pathname !== "/auth/v1/token" || searchParams.get("grant_type") !== "password") return fetch(request);
    const began = performance.now();
    const [typed, answer] = await Promise.all([readTyped(request.clone()), fetch(request)]);
    if (answer.ok) return answer;
    if (typed && !(await hasPassword(typed.email.toLowerCase()))) await compare(typed.password, NOBODYS_HASH);
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, REFUSAL_MS - (performance.now() - began))));
    return answer;
  };
}

/** Whether an address in small letters has an account with a password. */
export type HasPassword = (email: string) => Promise<boolean>;

/** As expensive as the hashes of accounts; nobody has its password. */
const NOBODYS_HASH = hashSync(randomUUID(), 10);

/** What Lite will compare, if it compares at all. */
async function readTyped(request: Request): Promise<{ email: string; password: string } | undefined> {
  const body = (await request.json().catch(() => null)) as { email?: unknown; password?: unknown } | null;
  const { email, password } = body ?? {};
  return typeof email === "string" && typeof password === "string" && password ? { email, password } : undefined;
}

/** Whether a sign-up carries a link that is open to its address, asked before anybody looks who has that address. */
async function isInvited(request: Request, fetch: Fetch): Promise<boolean> {
  type SignUp = { email?: unknown; data?: { invitation?: unknown } };
  const body = (await request.json().catch(() => null)) as SignUp | null;
  const { email, data } = body ?? {};
  const token = data?.invitation;
  if (typeof token !== "string" || typeof email !== "string") return false;
  const asked = new Request(new URL("/rest/v1/rpc/sign_up_is_open", request.url), {
    method: "POST",
    headers: { apikey: request.headers.get("apikey") ?? "", "content-type": "application/json" },
    body: JSON.stringify({ token, email }),
  });
  const answer = await fetch(asked);
  return answer.ok && (await answer.json()) === true;
}

/** Whether this verifies what the database gave out for a mailed link. Short codes, which can be guessed, name an address. */
async function isPass(request: Request): Promise<boolean> {
  const body = (await request.json().catch(() => null)) as { token_hash?: unknown; type?: unknown } | null;
  if (typeof body !== "object" || body === null || "email" in body || "token" in body) return false;
  return typeof body.token_hash === "string" && /^[\w-]{32,}$/.test(body.token_hash) && body.type === "magiclink";
}

function nothingThere(): Response {
  return Response.json({ code: "404", message: "There is nothing here.", details: null, hint: null }, { status: 404 });
}

function notInvited(): Response {
  return Response.json(
    { code: 403, error_code: "signup_disabled", msg: "Sign-up needs an open link." },
    { status: 403 },
  );
}
