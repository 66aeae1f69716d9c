import { afterAll, beforeAll, expect, test } from "vitest";
import { rest, visitor } from "../support/member";
import { ownerOf } from "../support/owner";
import { type Product, startProduct } from "../support/product";
import { wordsIn } from "../support/words";

const t = wordsIn("en");
const password = "three unrelated long words";
let product: Product;
beforeAll(async () => {
  // Behind a proxy that says who is calling, with the limits as they are delivered.
  product = await startProduct({ TRUST_PROXY: "true", HAMKKE_DEMO: "off" });
  await makeAccounts(["viewer", "member", "editor", "admin"]);
});
afterAll(() => product?.stop());

const post = (path: string, fields: Record<string, string>, network: string) =>
  visitor(product.local).post(path, fields, { headers: { "x-forwarded-for": `198.51.100.1, ${network}` } });
const signIn = (email: string, typed: string, network: string) => post("/sign-in", { email, password: typed }, network);
const times = <T>(many: number, what: () => Promise<T>) => Promise.all(Array.from({ length: many }, what));

test("the eleventh wrong password is held back and told until when, whether or not the address has an account", async () => {
  const answers = [];
  for (const [email, network] of [
    ["viewer@limited.example", "203.0.113.1"],
    ["nobody@limited.example", "203.0.113.2"],
  ] as const) {
    const refused = await times(10, () => signIn(email, "wrong", network));
    expect(refused.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 422));
    const heldBack = await signIn(email, "wrong", network);
    expect(Number(heldBack.headers.get("retry-after"))).toBeGreaterThan(0);
    const page = await heldBack.text();
    expect(page).toContain(t("problem.held_back", { minutes: 2 }));
    expect(page).toContain(`value="${email}"`);
    answers.push([heldBack.status, page.replaceAll(email, "EMAIL").replace(/nonce="[^"]*"/g, "")]);
  }
  expect(answers[0]?.[0]).toBe(429);
  expect(answers[0]).toEqual(answers[1]);

  expect((await signIn("VIEWER@limited.example ", password, "203.0.113.1")).status).toBe(429);
  expect((await signIn("member@limited.example", password, "203.0.113.1")).status).toBe(302);
  expect((await signIn("viewer@limited.example", password, "203.0.113.3")).status).toBe(302);
});

test("whoever signs in has their tries back, and costs their network none", async () => {
  const network = "2001:db8::";
  for (let round = 0; round < 2; round += 1) {
    await times(9, () => signIn("editor@limited.example", "wrong", `${network}${round + 1}`));
    expect((await signIn("editor@limited.example", password, `${network}9`)).status).toBe(302);
  }
  const owner = ownerOf(product.local);
  await owner`update private.limits set tries = 3 where kind = 'sign_in' and scope = 'network'`;
  const answers = [];
  for (let round = 0; round < 6; round += 1)
    answers.push(await signIn("admin@limited.example", password, "203.0.113.4"));
  await owner`update private.limits set tries = 100 where kind = 'sign_in' and scope = 'network'`;
  await owner.end();
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 302));
});

test.each([
  ["/sign-in/link", "member", "203.0.113.5"],
  ["/sign-in/link", "nobody", "203.0.113.6"],
  ["/password", "admin", "203.0.113.7"],
  ["/password", "somebody", "203.0.113.8"],
])("the sixth request at %s for %s's address is held back", async (path, name, network) => {
  const email = `${name}@limited.example`;
  const asked = await times(5, () => post(path, { email }, network));
  expect(asked.map(({ status }) => status)).toEqual(Array.from({ length: 5 }, () => 302));
  expect((await post(path, { email }, network)).status).toBe(429);
});

test("nobody counts another's tries through the API, and no network is written down", async () => {
  const owner = ownerOf(product.local);
  const before = await owner`select count(*) from private.counters`;
  for (const name of ["count_try", "forgive_tries"]) {
    const answer = await rest(product.local)(`/rest/v1/rpc/${name}`, {
      method: "POST",
      body: JSON.stringify({
        secret: "guessed",
        kind: "sign_in",
        network: "203.0.113.3",
        account: "viewer@limited.example",
      }),
    });
    expect([answer.status, ((await answer.json()) as { message: string }).message]).toEqual([403, "not_allowed"]);
  }
  const asked = await rest(product.local)("/rest/v1/rpc/queue_mailed_link", {
    method: "POST",
    body: JSON.stringify({ secret: "guessed", kind: "password_reset", email: "viewer@limited.example" }),
  });
  expect(asked.status).toBe(403);
  expect(await owner`select count(*) from private.counters`).toEqual(before);
  await owner.end();
  expect(product.printed()).not.toMatch(/203\.0\.113|198\.51\.100|2001:db8/);
});

const get = (path: string, network: string, lang: "en" | "ko" = "en") =>
  fetch(new URL(path, product.local.app_url), {
    headers: { "x-forwarded-for": `198.51.100.1, ${network}`, "accept-language": lang },
    redirect: "manual",
  });
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const guessed = () => Array.from({ length: 12 }, () => letters[Math.floor(Math.random() * 32)]).join("");

test("a thousand guessed return codes open nothing, and are soon answered with how long to wait, in either language", async () => {
  const network = "203.0.113.9";
  const counted = new Map<number, number>();
  const count = ({ status }: Response) => counted.set(status, (counted.get(status) ?? 0) + 1);
  for (let round = 0; round < 50; round += 1) {
    await times(15, async () => count(await get(`/signups/${guessed()}`, network)));
    await times(5, async () => count(await post("/signups", { code: guessed() }, network)));
  }
  expect([...counted.keys()].sort()).toEqual([404, 429]);
  expect(counted.get(404)).toBeLessThan(80);
  for (const lang of ["en", "ko"] as const) {
    // Tries come back evenly: one may have come back by now.
    let heldBack = await get(`/signups/${guessed()}`, network, lang);
    if (heldBack.status === 404) heldBack = await get(`/signups/${guessed()}`, network, lang);
    const seconds = Number(heldBack.headers.get("retry-after"));
    expect(seconds).toBeGreaterThan(0);
    expect(await heldBack.text(), lang).toContain(wordsIn(lang)("problem.held_back", { minutes: seconds / 60 }));
  }
  const typed = await post("/signups", { code: "0123-4567-89AB" }, network);
  expect(typed.status).toBe(429);
  expect(await typed.text(), "what was typed stays").toContain("0123-4567-89AB");
  expect((await get(`/signups/${guessed()}`, "203.0.113.10")).status).toBe(404);
}, 120_000);

test("whoever tries one private calendar after another is held back, and is told alike of every one", async () => {
  const network = "203.0.113.11";
  const token = () => crypto.randomUUID().replaceAll("-", "").repeat(2);
  const answers = new Map<number, Set<string>>();
  for (let round = 0; round < 30; round += 1) {
    await times(10, async () => {
      const answer = await get(`/feeds/${token()}/calendar.ics`, network);
      const { status } = answer;
      answers.set(
        status,
        (answers.get(status) ?? new Set()).add(`${answer.headers.get("content-type")} ${answer.headers.get("etag")}`),
      );
    });
  }
  expect([...answers.keys()].sort()).toEqual([404, 429]);
  for (const [status, told] of answers) expect(told.size, String(status)).toBe(1);
  const heldBack = await get(`/feeds/${token()}/calendar.ics`, network);
  expect(Number(heldBack.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await get(`/feeds/${token()}/calendar.ics`, "203.0.113.12")).status).toBe(404);
}, 60_000);

/** Accounts of one organization, each by a link of its own. */
async function makeAccounts(names: string[]) {
  const owner = ownerOf(product.local);
  const [organization] = await owner`
    insert into public.organizations (slug, legal_name, display_name, short_name, time_zone)
    values ('limited', 'Limited', 'Limited', 'Limited', 'UTC') returning id`;
  for (const name of names) {
    const invitation = `link-${crypto.randomUUID()}`;
    await owner`select private.open_first_link(${invitation}, interval '1 hour', ${organization?.id})`;
    const answer = await rest(product.local)("/auth/v1/signup", {
      method: "POST",
      body: JSON.stringify({ email: `${name}@limited.example`, password, data: { invitation } }),
    });
    if (!answer.ok) throw new Error(`${name} got no account: ${await answer.text()}`);
  }
  await owner.end();
}
