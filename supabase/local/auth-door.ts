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
    if (pathname === "/auth/v1/signup") {
      return (await isInvited(request.clone(), fetch)) ? inOneVoice(await fetch(request)) : notInvited();
    }
    if (pathname !== "/auth/v1/token" || searchParams.get("grant_type") !== "password") return fetch(request);
    const began = performance.now();
    const typed = await readTyped(request.clone());
    const answer = await inTurn(async () => {
      const answer = typed ? await fetch(request) : refused();
      if (!answer.ok && typed && !(await hasPassword(typed.email.toLowerCase()))) {
        await compare(typed.password, NOBODYS_HASH);
      }
      return answer;
    });
    if (answer.ok) return answer;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, REFUSAL_MS - (performance.now() - began))));
    return answer.status < 500 ? refused() : answer;
  };
}

/** Hashing fills a processor: what else is asked meanwhile waits for one hash, not for as many as came at once. */
function inTurn<Done>(work: () => Promise<Done>): Promise<Done> {
  const done = underWay.then(work);
  underWay = done.catch(() => {});
  return done;
}

let underWay: Promise<unknown> = Promise.resolve();

/** One answer to every password that opens nothing, whatever it was and whoever has the address. */
function refused(): Response {
  return Response.json(
    { code: 400, error_code: "invalid_credentials", msg: "Invalid login credentials" },
    { status: 400 },
  );
}

/**
 * A sign-up that fails says no more than that, but for a password too short, which is asked first. Whoever holds a link for
 * an address learns by trying whether it has an account; but only by making one, which its reader is told of.
 */
async function inOneVoice(answer: Response): Promise<Response> {
  if (answer.ok) return answer;
  const { error_code } = (await answer
    .clone()
    .json()
    .catch(() => ({}))) as { error_code?: string };
  if (error_code === "weak_password") return answer;
  return Response.json({ code: 422, error_code: "signup_refused", msg: "Sign-up did not work." }, { status: 422 });
}

/** Whether an address in small letters has an account with a password. */
export type HasPassword = (email: string) => Promise<boolean>;

/** As expensive as the hashes of accounts; nobody has its password. */
const NOBODYS_HASH = hashSync(randomUUID(), 10);

/** What Lite will compare, if it compares at all. bcrypt looks at 72 bytes: what is longer would match by its beginning. */
async function readTyped(request: Request): Promise<{ email: string; password: string } | undefined> {
  const body = (await request.json().catch(() => null)) as { email?: unknown; password?: unknown } | null;
  const { email, password } = body ?? {};
  if (typeof email !== "string" || typeof password !== "string") return undefined;
  return password && Buffer.byteLength(password) <= 72 ? { email, password } : undefined;
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
