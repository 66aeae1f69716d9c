import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openLite } from "../lite";
import { loginUrl } from "../prepare-database";
import { liteOptions } from "./embedded";
import { type ProbedStack, startProbedStack } from "./probed-stack";

let probed: ProbedStack;
beforeAll(async () => {
  probed = await startProbedStack();
});
afterAll(() => probed?.stop());

const password = "correct horse battery";

/** Somebody with an account, and what a mailed link of theirs is exchanged for. */
async function withLink() {
  const [owner, invitation] = [probed.owner, randomUUID()];
  const [made] = await owner`
    insert into public.organizations (slug, legal_name, display_name, short_name, time_zone)
    values (${`o-${invitation}`.slice(0, 30)}, 'Probe', 'Probe', 'Probe', 'UTC') returning id`;
  await owner`select private.open_first_link(${invitation}, interval '1 day', ${made?.id})`;
  const email = `${invitation}@probe.example`;
  const { data } = await probed.client().auth.signUp({ email, password, options: { data: { invitation } } });
  const pass = async () => {
    const [row] = await owner`
      select public.use_sign_in_link(private.make_mailed_link(private.new_token(), 'sign_in', ${data.user?.id ?? null}, '1 hour')) as pass`;
    return String(row?.pass);
  };
  return { email, id: data.user?.id, session: data.session, pass };
}

const verify = (token_hash: string) => probed.client().auth.verifyOtp({ type: "magiclink", token_hash });

test("a mailed link becomes a session of its person, once, and of the newest link alone", async () => {
  const person = await withLink();
  const [older, newer] = [await person.pass(), await person.pass()];
  expect((await verify(older)).error).not.toBeNull();
  const { data, error } = await verify(newer);
  expect([error, data.user?.id]).toEqual([null, person.id]);
  const seen = await probed.client(data.session?.access_token).rpc("probe_caller");
  expect(seen.data).toMatchObject({ uid: person.id, live: true });
  expect((await verify(newer)).error).not.toBeNull();
});

test("of two browsers with one link, one comes in", async () => {
  const pass = await (await withLink()).pass();
  const answers = await Promise.all([verify(pass), verify(pass)]);
  expect(answers.filter(({ error }) => error === null)).toHaveLength(1);
});

test("an hour later it is over", async () => {
  const person = await withLink();
  const pass = await person.pass();
  await probed.owner`update auth.users set recovery_sent_at = now() - interval '61 minutes' where id = ${person.id ?? null}`;
  expect((await verify(pass)).error).not.toBeNull();
});

test.each([
  ["a short code for an address", { type: "magiclink", email: "editor@krcla.example", token: "0123456789" }],
  ["a short code as if it were whole", { type: "magiclink", token_hash: "0123456789" }],
  ["another purpose", { type: "email_change", token_hash: "a".repeat(64) }],
  ["an address beside it", { type: "magiclink", token_hash: "a".repeat(64), email: "editor@krcla.example" }],
  ["nothing", null],
])("%s is not verified: that is not there", async (_what, body) => {
  const answer = await probed.raw("/auth/v1/verify", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  expect([answer.status, answer.text]).toEqual([
    404,
    '{"code":"404","message":"There is nothing here.","details":null,"hint":null}',
  ]);
});

test("the sign-in service's own way to another password or address is shut by the database, were it open here", async () => {
  const person = await withLink();
  const login = loginUrl(probed.stack.databaseUrl, probed.secrets.loginPassword);
  const lite = await openLite(login, { ...liteOptions(), jwtSecret: probed.secrets.jwtSecret });
  const change = async (change: object) => {
    const authorization = `Bearer ${person.session?.access_token}`;
    const headers = { apikey: "sb_publishable_test", authorization, "content-type": "application/json" };
    const asked = { method: "PUT", headers, body: JSON.stringify(change) };
    return (await lite.fetch(new Request("http://127.0.0.1/auth/v1/user", asked))).status;
  };
  const stored = () => probed.owner`select email, encrypted_password from auth.users where id = ${person.id ?? null}`;
  const before = await stored();
  expect(await change({ password: "another long password" })).toBe(500);
  await change({ email: "elsewhere@probe.example" });
  expect(await stored()).toEqual(before);

  await probed.owner`alter table auth.users disable trigger hamkke_guard_account`;
  expect(await change({ password: "another long password" })).toBe(200);
  await probed.owner`alter table auth.users enable trigger hamkke_guard_account`;
  await lite.close();
});
