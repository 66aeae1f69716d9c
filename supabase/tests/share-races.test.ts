import postgres, { type ReservedSql, type Sql } from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadDemonstration } from "../seed/demonstration";
import { copyTemplate, dropCopy } from "./support/copy";

const NAME = "hamkke_share_races";
let sql: Sql;
let editor: { id: string; session: string };

beforeAll(async () => {
  sql = postgres(await copyTemplate(NAME), { max: 4, onnotice: () => {} });
  await loadDemonstration(sql, { password: "hamkke-demo" });
  const [session] = await sql<{ id: string; session: string }[]>`
    insert into auth.sessions (id, user_id) select gen_random_uuid(), id from auth.users where email = 'editor@krcla.example'
    returning user_id as id, id as session`;
  editor = session ?? { id: "", session: "" };
});

afterAll(async () => {
  await sql.end();
  await dropCopy(NAME);
});

/**
 * The editor writes and has not committed when somebody else's write begins; it ends only after the editor's. Returns once
 * both are done.
 */
async function race(first: string, second: string): Promise<void> {
  const [one, other] = [await sql.reserve(), await sql.reserve()];
  try {
    await begin(one);
    await one.unsafe(first);
    const waiting = other.unsafe(second).execute();
    await untilWaiting();
    await one.unsafe("commit");
    await waiting;
  } finally {
    await one.unsafe("rollback");
    one.release();
    other.release();
  }
}

async function begin(connection: ReservedSql) {
  const claims = JSON.stringify({ sub: editor.id, session_id: editor.session, role: "authenticated" });
  await connection.unsafe("begin");
  await connection`select set_config('request.jwt.claims', ${claims}, true), set_config('role', 'authenticated', true)`;
}

/** Until the second transaction waits for the first: without that there would be no race to lose. */
async function untilWaiting() {
  for (let tries = 0; tries < 100; tries += 1) {
    const [row] = await sql<{ waits: boolean }[]>`
      select exists (select from pg_stat_activity where datname = ${NAME} and wait_event_type = 'Lock') as waits`;
    if (row?.waits) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("The second transaction did not wait for the first.");
}

const idOf = (slug: string) => `(select id from public.organizations where slug = '${slug}')`;
const gathering = (title: string) => `(select id from public.gatherings where title ->> 'en' = '${title}' limit 1)`;
const shares = (recipient: string) =>
  sql.unsafe(
    `select layer from public.shares where recipient_id = ${idOf(recipient)} and organization_id = ${idOf("krcla")}`,
  );

test("an organization that leaves while it is being named is named to nothing afterwards", async () => {
  const recipient = "invented-filipino-circle";
  await race(
    `insert into public.shares (organization_id, gathering_id, layer, recipient_id)
     values (${idOf("krcla")}, ${gathering("Los Angeles and Chicago compare notes")}, 'card', ${idOf(recipient)})`,
    `delete from public.standings where organization_id = ${idOf(recipient)}`,
  );
  expect(await shares(recipient)).toEqual([]);
});

test("a card that is no longer named takes the detail with it, also while that is being named", async () => {
  const title = "Los Angeles and Chicago compare notes";
  await sql.unsafe(`delete from public.shares where layer = 'detail' and gathering_id = ${gathering(title)}`);
  await race(
    `insert into public.shares (organization_id, gathering_id, layer, recipient_id)
     values (${idOf("krcla")}, ${gathering(title)}, 'detail', ${idOf("krc-chicago")})`,
    `delete from public.shares where layer = 'card' and gathering_id = ${gathering(title)} and recipient_id = ${idOf("krc-chicago")}`,
  );
  expect(await sql.unsafe(`select layer from public.shares where gathering_id = ${gathering(title)}`)).toEqual([]);
});

test("a coalition that stops being listed while a gathering opens to everyone is not named by it", async () => {
  const title = "Interpreting in a legal interview";
  await race(
    `update public.gatherings set audience = 'everyone' where id = ${gathering(title)}`,
    "update public.coalitions set listed = false",
  );
  expect(
    await sql.unsafe(`select audience, coalition_id from public.gatherings where id = ${gathering(title)}`),
  ).toEqual([{ audience: "everyone", coalition_id: null }]);
});
