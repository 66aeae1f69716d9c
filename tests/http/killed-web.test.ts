import type { Sql } from "postgres";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { signInAs, type Visitor, visitor } from "../support/member";
import { ownerOf } from "../support/owner";
import { startWeb } from "../support/web-process";
import { local, makeInvitation } from "./cast";

/** How often a web process is killed; the whole proof takes 100 of each kind. */
const KILLS = Number(process.env.KILLS ?? 3);
const passphrase = "three unrelated long words";

let owner: Sql;
let admin: Visitor;
beforeAll(async () => {
  owner = ownerOf(local());
  admin = await signInAs(local(), "admin@krcla.example");
  await owner`update private.limits set tries = 100000`;
});
afterAll(async () => {
  await owner`delete from auth.users where email like 'killed-%' or email like 'link-%'`;
  await owner.end();
});

/** Sends something to a web process that is killed at a moment nobody chose, and then to one that lives. */
async function throughAKill(
  kill: number,
  longest: number,
  send: (app_url: string) => Promise<Response>,
): Promise<Response> {
  const [doomed, next] = await Promise.all([
    startWeb(local(), inject("dataFolder")),
    startWeb(local(), inject("dataFolder")),
  ]);
  try {
    const cut = send(doomed.app_url).catch(() => undefined);
    // Spread over the whole time that the work takes.
    await new Promise((resolve) => setTimeout(resolve, (longest * (kill + Math.random())) / KILLS));
    doomed.process.kill("SIGKILL");
    await cut;
    return await send(next.app_url);
  } finally {
    doomed.process.kill("SIGKILL");
    next.process.kill("SIGKILL");
  }
}

const at = (app_url: string, cookies?: Map<string, string>) => {
  const person = visitor({ app_url });
  for (const [name, value] of cookies ?? []) person.cookies().set(name, value);
  return person;
};

test("whoever invites through a web process that is killed has invited once, or not at all", {
  timeout: 30 * 60_000,
}, async () => {
  for (let kill = 0; kill < KILLS; kill++) {
    const email = `killed-${crypto.randomUUID()}@krcla.example`;
    const again = await throughAKill(kill, 60, (app_url) =>
      at(app_url, admin.cookies()).post("/o/krcla/invitations/new", { email, role: "member" }),
    );
    expect([200, 409]).toContain(again.status);
    const [made] = await owner`
      select count(*)::int as invitations, (
        select count(*)::int from public.messages m where m.about = any (array_agg(i.id))
      ) as messages from public.invitations i where i.email = ${email}`;
    expect(made, `kill ${kill}`).toEqual({ invitations: 1, messages: 1 });
  }
});

test("whoever accepts through a web process that is killed is in once, and can sign in", {
  timeout: 30 * 60_000,
}, async () => {
  for (let kill = 0; kill < KILLS; kill++) {
    const { token, email } = await makeInvitation();
    const again = await throughAKill(kill, 250, (app_url) =>
      at(app_url).post(`/invitations/${token}`, { display_name: "New", email, passphrase }),
    );
    const signedIn = await visitor(local()).post("/sign-in", { email, password: passphrase });
    expect(
      [again.status === 302 || again.status === 410 || again.status === 409, signedIn.status],
      `kill ${kill}`,
    ).toEqual([true, 302]);
    const [made] = await owner`
      select count(distinct u.id)::int as accounts, count(m.person_id)::int as memberships, count(p.id)::int as people
      from auth.users u left join public.memberships m on m.person_id = u.id left join public.people p on p.id = u.id
      where u.email = ${email}`;
    expect(made, `kill ${kill}`).toEqual({ accounts: 1, memberships: 1, people: 1 });
  }
});
