import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rest, signInAs, type Visitor, visitor } from "../support/member";
import { ownerOf } from "../support/owner";
import { local } from "./cast";

let owner: ReturnType<typeof ownerOf>;
beforeAll(() => {
  owner = ownerOf(local());
});
afterAll(() => owner.end());

const name = "hamkke_session";
type Tokens = { a: string; r: string; e: number };

describe("a session whose access token is about to end", () => {
  test("is refreshed once, however many requests of a page come at the same moment", async () => {
    const person = await signInAs(local(), "member@krcla.example");
    const before = tokensOf(person);
    const stale = makeDue(person);

    const answers = await Promise.all(Array.from({ length: 20 }, () => ask("/o/krcla", stale)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
    const given = new Set(answers.map((answer) => answer.headers.getSetCookie().join()));
    expect(given.size).toBe(1);
    expect(await refreshesOf(before)).toBe(1);
  });

  test("goes on with what it was given, and its old cookie still works for a moment", async () => {
    const person = await signInAs(local(), "member@krcla.example");
    const stale = makeDue(person);
    expect((await person.get("/o/krcla")).status).toBe(200);
    expect(tokensOf(person).e).toBeGreaterThan(Date.now() / 1000 + 60);
    expect((await person.get("/o/krcla")).status).toBe(200);
    expect((await ask("/o/krcla", stale)).status).toBe(200);
  });

  test("keeps its new tokens whatever the answer is: a refusal, a redirect, a page that is not there", async () => {
    const person = await signInAs(local(), "member@krcla.example");
    for (const send of [
      () => person.get("/nowhere"),
      () => person.get("/o/krc-chicago"),
      () => person.post("/sign-in", { email: "", password: "" }),
    ]) {
      makeDue(person);
      expect((await send()).headers.getSetCookie()[0]).toMatch(/^hamkke_session=[\w-]{100,};/);
    }
    expect((await person.get("/o/krcla")).status).toBe(200);
  });
});

describe("access ends with the next request", () => {
  test("when the membership is removed", async () => {
    const person = await signInAs(local(), "viewer@krc-chicago.example");
    expect((await person.get("/o/krc-chicago")).status).toBe(200);
    const [membership] = await owner`
      delete from public.memberships m using public.organizations o, auth.users u
      where o.id = m.organization_id and u.id = m.person_id
        and o.slug = 'krc-chicago' and u.email = 'viewer@krc-chicago.example' returning m.*`;
    try {
      expect((await person.get("/o/krc-chicago")).status).toBe(404);
      expect((await person.get("/o/krc-chicago/calendar.data")).status).toBe(404);
    } finally {
      await owner`insert into public.memberships ${owner(membership ?? {})}`;
    }
    expect((await person.get("/o/krc-chicago")).status).toBe(200);
  });

  test("when the person signs out: the old token shows nothing any more, on a page or through the API", async () => {
    const person = await signInAs(local(), "viewer@nakasec.example");
    const cookie = cookieOf(person);
    const { a: token } = tokensOf(person);
    await person.post("/sign-out", { scope: "local" });

    const again = await ask("/o/nakasec", cookie);
    expect([again.status, again.headers.get("location")]).toEqual([302, "/sign-in?to=%2Fo%2Fnakasec"]);
    expect(again.headers.getSetCookie()).toContainEqual(expect.stringMatching(/^hamkke_session=; .*Max-Age=0/));
    const asked = await rest(local(), token)("/rest/v1/memberships?select=role");
    expect(await asked.json()).toEqual([]);
  });

  test("everywhere when the person signs out everywhere, and only here otherwise", async () => {
    const [phone, office, home] = await Promise.all([1, 2, 3].map(() => signInAs(local(), "member@nakasec.example")));
    await phone?.post("/sign-out", { scope: "local" });
    expect((await office?.get("/o/nakasec"))?.status).toBe(200);
    await office?.post("/sign-out", { scope: "global" });
    expect((await home?.get("/o/nakasec"))?.headers.get("location")).toBe("/sign-in?to=%2Fo%2Fnakasec");
  });
});

test("every page of somebody who is signed in leads to signing out", async () => {
  const person = await signInAs(local(), "viewer@krcla.example");
  for (const path of ["/", "/o/krcla", "/o/krcla/calendar", "/settings", "/resources", "/nowhere"]) {
    expect(await (await person.get(path)).text(), path).toContain('href="/sign-out"');
  }
});

describe("a cookie that is nobody's", () => {
  const foreign = (tokens: Partial<Tokens>) => {
    const whole: Tokens = { a: forged(), r: "unknown", e: Math.floor(Date.now() / 1000) + 3600, ...tokens };
    return `${name}=${Buffer.from(JSON.stringify(whole)).toString("base64url")}`;
  };

  test.each([
    ["of another installation", () => foreign({})],
    ["with an unknown refresh token", () => foreign({ e: 1 })],
    ["of garbage", () => `${name}=garbage`],
  ])("%s is cleared, and its bearer sees what visitors see", async (_which, cookie) => {
    const answer = await ask("/c/emergency-plan/calendar", cookie());
    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie()).toContainEqual(expect.stringMatching(/^hamkke_session=; .*Max-Age=0/));
    expect((await ask("/o/krcla", cookie())).headers.get("location")).toBe("/sign-in?to=%2Fo%2Fkrcla");
  });
});

describe("signing in", () => {
  test("tells nobody whether an address exists, and keeps the address that was typed", async () => {
    const answers = await Promise.all(
      ["EDITOR@krcla.example", "NOBODY@krcla.example"].map(async (email) => {
        const response = await visitor(local()).post("/sign-in", { email, password: "wrong password" });
        const page = await response.text();
        expect(page).toContain(`value="${email}"`);
        expect(page).not.toContain("wrong password");
        return [response.status, page.replaceAll(email, "EMAIL").replace(/nonce="[^"]*"/g, "")];
      }),
    );
    expect(answers[0]?.[0]).toBe(422);
    expect(answers[0]).toEqual(answers[1]);
  });

  test("as somebody else on the same computer ends the session before", async () => {
    const person = await signInAs(local(), "viewer@krcla.example");
    const before = cookieOf(person);
    await person.post("/sign-in/demonstration", { email: "admin@krcla.example" });
    expect((await person.get("/o/krcla")).status).toBe(200);
    expect((await ask("/o/krcla", before)).status).toBe(302);
  });

  test("with one press works for the demonstration's accounts alone", async () => {
    const person = visitor(local());
    const refused = await person.post("/sign-in/demonstration", { email: "somebody@elsewhere.example" });
    expect([refused.status, person.cookies().size]).toEqual([422, 0]);
    const taken = await person.post("/sign-in/demonstration", {
      email: "editor@krcla.example",
      to: "//elsewhere.example",
    });
    expect([taken.status, taken.headers.get("location")]).toEqual([302, "/o/krcla"]);
  });
});

function tokensOf(person: Visitor): Tokens {
  return JSON.parse(Buffer.from(person.cookies().get(name) ?? "", "base64url").toString());
}

const cookieOf = (person: Visitor) => `${name}=${person.cookies().get(name)}`;

/** The person's cookie as it is when its access token has ended. */
function makeDue(person: Visitor): string {
  const due = Buffer.from(JSON.stringify({ ...tokensOf(person), e: 1 })).toString("base64url");
  person.cookies().set(name, due);
  return `${name}=${due}`;
}

const ask = (path: string, cookie: string) =>
  fetch(new URL(path, local().app_url), { headers: { cookie }, redirect: "manual" });

/** How often a session was refreshed, as the sign-in service counts it. */
async function refreshesOf({ a }: Tokens): Promise<number> {
  const { session_id } = JSON.parse(Buffer.from(a.split(".")[1] ?? "", "base64url").toString()) as {
    session_id: string;
  };
  const [row] =
    await owner`select count(*)::int - 1 as refreshes from auth.refresh_tokens where session_id = ${session_id}`;
  return row?.refreshes;
}

/** A token that looks like one of ours and is signed by somebody else. */
function forged(): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const claims = { sub: crypto.randomUUID(), role: "authenticated", exp: 4_000_000_000 };
  return `${part({ alg: "HS256", typ: "JWT" })}.${part(claims)}.c2lnbmVkLWJ5LXNvbWVib2R5LWVsc2U`;
}
