/** Supabase's endpoints, in this process. */
export type Fetch = (request: Request) => Promise<Response>;

/** How soon a wrong password is refused at the earliest: Lite hashes only where the account exists, and would tell by it. */
const REFUSAL_MS = 400;

/**
 * The endpoints of the sign-in service that Hamkke uses. The others answer differently for an address that has an account,
 * or change an account without asking for its password; they are not there.
 */
export function isOpenToAuth(method: string, path: string): boolean {
  return OPEN.has(`${method} ${path}`) || !path.startsWith("/auth/");
}

const OPEN = new Set(["POST /auth/v1/token", "POST /auth/v1/signup", "POST /auth/v1/logout", "GET /auth/v1/user"]);

/** Passes a request on so that no answer of the sign-in service tells whether an address has an account. */
export function throughAuthDoor(fetch: Fetch): Fetch {
  return async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === "/auth/v1/signup" && !(await isInvited(request.clone(), fetch))) return notInvited();
    const began = performance.now();
    const answer = await fetch(request);
    if (pathname === "/auth/v1/token" && searchParams.get("grant_type") === "password" && !answer.ok) {
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, REFUSAL_MS - (performance.now() - began))));
    }
    return answer;
  };
}

/** Whether a sign-up carries a link that is open, asked before anybody looks at its address. */
async function isInvited(request: Request, fetch: Fetch): Promise<boolean> {
  const body: unknown = await request.json().catch(() => null);
  const invitation = (body as { data?: { invitation?: unknown } } | null)?.data?.invitation;
  if (typeof invitation !== "string") return false;
  const asked = new Request(new URL("/rest/v1/rpc/first_link_is_open", request.url), {
    method: "POST",
    headers: { apikey: request.headers.get("apikey") ?? "", "content-type": "application/json" },
    body: JSON.stringify({ token: invitation }),
  });
  const answer = await fetch(asked);
  return answer.ok && (await answer.json()) === true;
}

function notInvited(): Response {
  return Response.json(
    { code: 403, error_code: "signup_disabled", msg: "Sign-up needs an open link." },
    { status: 403 },
  );
}
