import postgres, { type Sql, type TransactionSql } from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { loadDemonstration } from "../seed/demonstration";
import { copyTemplate, dropCopy } from "./support/copy";
import { sideBySide } from "./support/side-by-side";

const NAME = "hamkke_letter_races";
const TITLE = "Rooms for citizenship workshops";
let sql: Sql;
let as: Awaited<ReturnType<typeof sideBySide>>;
let letter: { id: string; text_hash: string; organization_id: string };
let krcla: string;

beforeAll(async () => {
  sql = postgres(await copyTemplate(NAME), { max: 8, onnotice: () => {} });
  await loadDemonstration(sql, { password: "hamkke-demo" });
  as = await sideBySide(sql, ["admin@krcla", "editor@krcla", "editor@invented-latino-neighbors"]);
  const [organization] = await sql<{ id: string }[]>`select id from public.organizations where slug = 'krcla'`;
  krcla = organization?.id ?? "";
  await sql`insert into public.signing_rules (organization_id, who) values (${krcla}, 'editors')`;
});

beforeEach(async () => {
  const [found] = await sql<{ id: string; text_hash: string; organization_id: string }[]>`
    select l.id, l.text_hash, l.organization_id from public.letters l
    join public.letter_versions v on v.letter_id = l.id and v.text_hash = l.text_hash where v.title ->> 'en' = ${TITLE}`;
  if (!found) throw new Error("The demonstration has no letter to sign.");
  letter = found;
  await sql`delete from public.letter_signatures where letter_id = ${letter.id} and organization_id = ${krcla}`;
  await sql`delete from public.letter_deeds where letter_id = ${letter.id} and organization_id = ${krcla}`;
});

afterAll(async () => {
  await sql.end();
  await dropCopy(NAME);
});

const sign = (tx: TransactionSql) =>
  tx<{ outcome: string }[]>`
    select public.sign_letter(${letter.id}, ${krcla}, ${letter.text_hash}) ->> 'outcome' as outcome`.then(
    ([row]) => row?.outcome,
  );

const signatures = () => sql`
  select s.text_hash from public.letter_signatures s where s.letter_id = ${letter.id} and s.organization_id = ${krcla}`;

test("twenty presses of two clerks at once are one signature, and each is told that it stands", async () => {
  const presses = Array.from({ length: 20 }, (_, at) => as(at % 2 ? "admin@krcla" : "editor@krcla", sign));
  expect(new Set(await Promise.all(presses))).toEqual(new Set(["signed"]));
  expect(await signatures()).toHaveLength(1);
  expect(
    await sql`select from public.letter_deeds where letter_id = ${letter.id} and organization_id = ${krcla}`,
  ).toHaveLength(1);
});

test("a signature pressed while the text changes is never one of the new text", async () => {
  let pressed: Promise<unknown> = Promise.resolve();
  await as("editor@invented-latino-neighbors", async (tx) => {
    const body = tx.json({ en: "Please open three rooms.", ko: "방 세 칸을 열어 주세요." });
    const title = tx.json({ en: TITLE, ko: "방" });
    await tx`select public.rewrite_letter(${letter.id}, ${letter.organization_id},
      jsonb_build_object('title', ${title}::jsonb, 'body', ${body}::jsonb), ${letter.text_hash})`;
    pressed = as("admin@krcla", sign).catch((error: Error) => error.message);
    await untilWaiting();
  });
  expect(await pressed).toBe("letter_changed_meanwhile");
  expect(await signatures()).toHaveLength(0);
});

test("a signature that waits past the deadline is not slipped in as one in time", async () => {
  const { id } = letter;
  let pressed: Promise<unknown> = Promise.resolve();
  await sql.begin(async (tx) => {
    await tx`select private.hold_letter(${id})`;
    pressed = as("admin@krcla", sign).catch((error: Error) => error.message);
    await untilWaiting();
    await tx`alter table public.letters disable trigger letters_prepare`;
    await tx`update public.letters set due_at = clock_timestamp(), internal_at = now() - interval '1 day' where id = ${id}`;
    await tx`alter table public.letters enable trigger letters_prepare`;
  });
  expect(await pressed).toBe("letter_deadline_passed");
  expect(await signatures()).toHaveLength(0);
});

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
