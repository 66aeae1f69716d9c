import { afterAll, expect, test } from "vitest";
import { rest, signInAs, visitor } from "../support/member";
import { ownerOf } from "../support/owner";
import { wordsIn } from "../support/words";
import { as, local, makeInvitation } from "./cast";

const t = wordsIn("en");
/** Whoever came in here goes again: other files count the demonstration's accounts. */
afterAll(async () => {
  const owner = ownerOf(local());
  await owner`delete from auth.users where email like 'new-%' or email like 'link-%'`;
  await owner.end();
});

const typed = (email: string) => ({ display_name: "New", email, passphrase: "three unrelated long words" });

test("an admin invites, the link is shown once, and the invited person comes in with it", async () => {
  const admin = await as("admin");
  const email = `new-${Date.now()}@krcla.example`;
  const answer = await admin.post("/o/krcla/invitations/new", { email, role: "editor" });
  const page = await answer.text();
  expect(answer.status).toBe(200);
  const path = /\/invitations\/[0-9a-f]{64}/.exec(page)?.[0] ?? "";
  expect(await (await admin.get("/o/krcla/members")).text()).not.toContain(path);
  const person = visitor(local());
  expect((await person.get(path)).status).toBe(200);
  const joined = await person.post(path, typed(email));
  expect([joined.status, joined.headers.get("location")]).toEqual([302, "/o/krcla"]);
  expect((await person.get("/o/krcla/gatherings/new")).status).toBe(200);
  expect((await person.get("/o/krcla/invitations/new")).status).toBe(403);
  expect((await visitor(local()).get(path)).status).toBe(410);
});

test("two browsers with one link: one comes in, the other is told", async () => {
  const { token, email } = await makeInvitation();
  const answers = await Promise.all(
    [visitor(local()), visitor(local())].map((person) => person.post(`/invitations/${token}`, typed(email))),
  );
  expect(answers.filter(({ status }) => status === 302)).toHaveLength(1);
  const owner = ownerOf(local());
  const [counted] = await owner`select count(*)::int as accounts from auth.users where email = ${email}`;
  await owner.end();
  expect(counted?.accounts).toBe(1);
});

test("a forwarded link tells no address, and takes none but the invited one", async () => {
  const { token, email } = await makeInvitation();
  const person = visitor(local());
  const page = await (await person.get(`/invitations/${token}`)).text();
  expect(page).not.toContain(email);
  for (const other of ["somebody@far.example", "editor@krcla.example"]) {
    const answer = await person.post(`/invitations/${token}`, typed(other));
    expect([answer.status, await answer.text()], other).toEqual([
      422,
      expect.stringContaining(t("problem.invitation_other_address")),
    ]);
  }
});

test("the sign-up service says of no address that it has an account, whatever link is held", async () => {
  const { token } = await makeInvitation();
  const answers = [];
  for (const email of ["editor@krcla.example", "nobody@krcla.example"]) {
    const answer = await rest(local())("/auth/v1/signup", {
      method: "POST",
      body: JSON.stringify({ email, password: "three unrelated long words", data: { invitation: token } }),
    });
    answers.push([answer.status, await answer.text()]);
  }
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0]?.[0]).toBe(403);
});

test("somebody of another organization who was invited joins with one press", async () => {
  const owner = ownerOf(local());
  const { token, id } = await makeInvitation();
  await owner`update public.invitations set email = 'member@nakasec.example' where id = ${id}`;
  const person = await signInAs(local(), "member@nakasec.example");
  expect((await person.get("/o/krcla")).status).toBe(404);
  expect(await (await person.get(`/invitations/${token}`)).text()).toContain(`/invitations/${token}/acceptance`);
  const other = await (await as("neighbor")).post(`/invitations/${token}/acceptance`, {});
  expect(other.status).toBe(403);
  const joined = await person.post(`/invitations/${token}/acceptance`, {});
  expect([joined.status, joined.headers.get("location")]).toEqual([302, "/o/krcla"]);
  expect((await person.get("/o/krcla")).status).toBe(200);
  await owner`delete from public.memberships m using public.organizations o, auth.users u
    where o.id = m.organization_id and u.id = m.person_id and o.slug = 'krcla' and u.email = 'member@nakasec.example'`;
  await owner.end();
  expect((await person.get("/o/krcla")).status).toBe(404);
});

test("access ends with the next request of somebody who was removed, and their role changes with it", async () => {
  const { token, email } = await makeInvitation();
  const person = visitor(local());
  await person.post(`/invitations/${token}`, typed(email));
  const owner = ownerOf(local());
  const [account] = await owner`select id from auth.users where email = ${email}`;
  await owner.end();
  const admin = await as("admin");
  const at = (noun: string) => `/o/krcla/members/${account?.id}/${noun}`;
  expect((await (await as("editor")).post(at("role"), { role: "admin" })).status).toBe(404);
  expect((await admin.post(at("role"), { role: "viewer" })).status).toBe(302);
  expect((await person.get("/o/krcla/members")).status).toBe(403);
  expect((await admin.post(at("removal"), {})).status).toBe(302);
  expect((await person.get("/o/krcla")).status).toBe(404);
});

test("nobody changes their own role or leaves an organization without an admin", async () => {
  const admin = await signInAs(local(), "admin@krcla.example");
  const owner = ownerOf(local());
  const [me] = await owner`select id from auth.users where email = 'admin@krcla.example'`;
  await owner.end();
  for (const [noun, fields] of [
    ["role", { role: "viewer" }],
    ["removal", {}],
  ] as const) {
    const answer = await admin.post(`/o/krcla/members/${me?.id}/${noun}`, fields);
    expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining(t("problem.last_admin"))]);
  }
});
