import postgres, { type ReservedSql, type Sql } from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { loadDemonstration } from "../seed/demonstration";
import { copyTemplate, dropCopy } from "./support/copy";

const NAME = "hamkke_hosting_races";
type Editor = { id: string; session: string };
let sql: Sql;
let owner: Editor;
let host: Editor;
let gathering: string;

beforeAll(async () => {
  sql = postgres(await copyTemplate(NAME), { max: 4, onnotice: () => {} });
  await loadDemonstration(sql, { password: "hamkke-demo" });
  for (const { id, slug } of await sql<{ id: string; slug: string }[]>`select id, slug from public.organizations`) {
    ids.set(slug, id);
  }
  [owner, host] = [await signIn("editor@krcla.example"), await signIn("editor@krc-chicago.example")];
});

afterAll(async () => {
  await sql.end();
  await dropCopy(NAME);
});

/** A gathering of KRCLA's alone that KRC Chicago is invited to hold and to edit. */
beforeEach(async () => {
  const [made] = await sql<{ id: string }[]>`
    insert into public.gatherings (organization_id, title, starts_local, ends_local, time_zone, state)
    select id, ${sql.json({ en: "Raced" })}, '2030-01-05 10:00', '2030-01-05 12:00', 'America/Chicago', 'scheduled'
    from public.organizations where slug = 'krcla' returning id`;
  gathering = made?.id ?? "";
  await as(
    owner,
    `select public.invite_host('${gathering}', ${idOf("krcla")}, ${idOf("krc-chicago")}, 'co_host', true)`,
  );
});

async function signIn(email: string): Promise<Editor> {
  const [session] = await sql<Editor[]>`
    insert into auth.sessions (id, user_id) select gen_random_uuid(), id from auth.users where email = ${email}
    returning user_id as id, id as session`;
  return session ?? { id: "", session: "" };
}

const ids = new Map<string, string>();
const idOf = (slug: string) => `'${ids.get(slug)}'`;

/** One request of somebody's, committed. */
async function as<Row extends object>(editor: Editor, statement: string): Promise<Row[]> {
  const connection = await sql.reserve();
  try {
    await begin(connection, editor);
    const rows = await connection.unsafe<Row[]>(statement);
    await connection.unsafe("commit");
    return [...rows];
  } catch (error) {
    await connection.unsafe("rollback");
    throw error;
  } finally {
    connection.release();
  }
}

async function begin(connection: ReservedSql, { id, session }: Editor) {
  const claims = JSON.stringify({ sub: id, session_id: session, role: "authenticated" });
  await connection.unsafe("begin");
  await connection`select set_config('request.jwt.claims', ${claims}, true), set_config('role', 'authenticated', true)`;
}

/** The first has written and not committed when the second begins, which waits and then goes on. */
async function race(first: [Editor, string], second: [Editor, string]): Promise<PromiseSettledResult<unknown>> {
  const [one, other] = [await sql.reserve(), await sql.reserve()];
  try {
    await begin(one, first[0]);
    await one.unsafe(first[1]);
    await begin(other, second[0]);
    const waiting = Promise.allSettled([other.unsafe(second[1]).execute()]);
    await untilWaiting();
    await one.unsafe("commit");
    const [settled] = await waiting;
    await other.unsafe(settled?.status === "fulfilled" ? "commit" : "rollback");
    return settled as PromiseSettledResult<unknown>;
  } finally {
    one.release();
    other.release();
  }
}

async function untilWaiting() {
  for (let tries = 0; tries < 100; tries += 1) {
    const [row] = await sql<{ waits: boolean }[]>`
      select exists (select from pg_stat_activity where datname = ${NAME} and wait_event_type = 'Lock') as waits`;
    if (row?.waits) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("The second transaction did not wait for the first.");
}

const answer = (accept: boolean) => `select public.answer_hosting('${gathering}', ${idOf("krc-chicago")}, ${accept})`;
const end = () => `select public.end_hosting('${gathering}', ${idOf("krcla")}, ${idOf("krc-chicago")})`;
const revise = (
  version: number,
  area: string,
) => `select public.revise_hosted_gathering('${gathering}', ${idOf("krc-chicago")}, ${version},
  '{"title": {"en": "Raced"}, "area": "${area}", "starts_local": "2030-01-05T10:00", "ends_local": "2030-01-05T12:00", "time_zone": "America/Chicago"}')`;
const hostings = () => sql`select state from public.hostings where gathering_id = ${gathering}`;
const area = async () => (await sql`select area from public.gatherings where id = ${gathering}`)[0]?.area;

async function seenBy(editor: Editor, slug: string) {
  const [row] = await as<{ form: { version: number } | null }>(
    editor,
    `select public.edit_shared_gathering('${gathering}', ${idOf(slug)}) as form`,
  );
  return row?.form;
}

test("two people of a host accept at once: it is one yes, and one message to who invited", async () => {
  expect((await race([host, answer(true)], [host, answer(true)])).status).toBe("fulfilled");
  expect([...(await hostings())]).toEqual([{ state: "accepted" }]);
  expect(await sql`select from public.messages where kind = 'hosting_answered' and about = ${gathering}`).toHaveLength(
    1,
  );
});

test("a yes and a no at once: the first one stands, the second is told so", async () => {
  expect(await race([host, answer(true)], [host, answer(false)])).toMatchObject({
    reason: { message: "hosting_answered" },
  });
  expect([...(await hostings())]).toEqual([{ state: "accepted" }]);
});

test("an invitation that is taken back while it is being accepted is gone", async () => {
  expect(await race([owner, end()], [host, answer(true)])).toMatchObject({ reason: { message: "not_found" } });
  expect([...(await hostings())]).toEqual([]);
});

test("an invitation that is accepted while it is being taken back ends all the same", async () => {
  expect((await race([host, answer(true)], [owner, end()])).status).toBe("fulfilled");
  expect([...(await hostings())]).toEqual([]);
  expect([...(await sql`select hosted from public.gatherings where id = ${gathering}`)]).toEqual([{ hosted: false }]);
});

test("an edit that waits while the hosting ends is refused as absent, through the form and past it", async () => {
  await as(host, answer(true));
  const version = (await seenBy(host, "krc-chicago"))?.version ?? 0;
  expect(await race([owner, end()], [host, revise(version, "Stolen")])).toMatchObject({
    reason: { message: "not_found" },
  });
  await as(
    owner,
    `select public.invite_host('${gathering}', ${idOf("krcla")}, ${idOf("krc-chicago")}, 'co_host', true)`,
  );
  await as(host, answer(true));
  // Another host is left, so that the row itself still says that it is held together.
  await as(owner, `select public.invite_host('${gathering}', ${idOf("krcla")}, ${idOf("nakasec")}, 'co_host', true)`);
  expect(
    await race([owner, end()], [host, `update public.gatherings set area = 'Stolen' where id = '${gathering}'`]),
  ).toMatchObject({ reason: { message: "not_found" } });
  expect(await area()).toBe("");
});

test("an edit that came first stays, and the hosting ends behind it", async () => {
  await as(host, answer(true));
  const version = (await seenBy(host, "krc-chicago"))?.version ?? 0;
  expect((await race([host, revise(version, "Koreatown")], [owner, end()])).status).toBe("fulfilled");
  expect(await area()).toBe("Koreatown");
  expect([...(await hostings())]).toEqual([]);
});

test("a host that leaves the coalition while it accepts holds nothing afterwards", async () => {
  const leaving = `delete from public.standings where organization_id = ${idOf("krc-chicago")}`;
  const [one, other] = [await sql.reserve(), await sql.reserve()];
  try {
    await sql.unsafe("create table if not exists left_standings as select * from public.standings limit 0");
    await sql.unsafe(
      `insert into left_standings select * from public.standings where organization_id = ${idOf("krc-chicago")}`,
    );
    await begin(one, host);
    await one.unsafe(answer(true));
    const waiting = other.unsafe(leaving).execute();
    await untilWaiting();
    await one.unsafe("commit");
    await waiting;
    expect([...(await hostings())]).toEqual([]);
  } finally {
    one.release();
    other.release();
    await sql.unsafe("insert into public.standings select * from left_standings");
    await sql.unsafe("drop table left_standings");
  }
});

test("a co-host and its owner edit in turn: each is told of the other's change, and the host of no note", async () => {
  await as(host, answer(true));
  const [before, ours] = [await seenBy(host, "krc-chicago"), await seenBy(owner, "krcla")];
  await as(
    owner,
    `insert into public.gathering_notes (organization_id, gathering_id, body) values (${idOf("krcla")}, '${gathering}', 'A key')`,
  );
  expect(await seenBy(host, "krc-chicago")).toEqual(before);
  expect((await seenBy(owner, "krcla"))?.version).toBeGreaterThan(ours?.version ?? 0);

  await as(host, revise(before?.version ?? 0, "Koreatown"));
  await expect(as(host, revise(before?.version ?? 0, "Elsewhere"))).rejects.toThrow("changed_meanwhile");
  await expect(
    as(owner, `select public.cancel_gathering('${gathering}', ${idOf("krcla")}, ${ours?.version}, 'No')`),
  ).rejects.toThrow("changed_meanwhile");

  const [row] = await as<{ history: { changes: object[] } }>(
    owner,
    `select public.gathering_history('${gathering}', ${idOf("krcla")}) as history`,
  );
  expect(row?.history.changes[0]).toMatchObject({
    fields: ["area"],
    person: null,
    by_person: false,
    by_host: true,
    host: { slug: "krc-chicago" },
  });
});
