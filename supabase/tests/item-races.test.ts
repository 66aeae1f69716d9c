import postgres, { type Sql, type TransactionSql } from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadDemonstration } from "../seed/demonstration";
import { copyTemplate, dropCopy } from "./support/copy";
import { sideBySide } from "./support/side-by-side";

const NAME = "hamkke_item_races";
let sql: Sql;
let as: Awaited<ReturnType<typeof sideBySide>>;
let krcla: string;
let coalition: string;

beforeAll(async () => {
  sql = postgres(await copyTemplate(NAME), { max: 12, onnotice: () => {} });
  await loadDemonstration(sql, { password: "hamkke-demo" });
  as = await sideBySide(sql, ["admin@krcla", "editor@krcla", "editor@krc-chicago"]);
  const [standing] = await sql<{ organization_id: string; coalition_id: string }[]>`
    select s.organization_id, s.coalition_id from public.standings s
    join public.organizations o on o.id = s.organization_id where o.slug = 'krcla'`;
  if (!standing) throw new Error("KRCLA stands in no coalition.");
  krcla = standing.organization_id;
  coalition = standing.coalition_id;
});

afterAll(async () => {
  await sql.end();
  await dropCopy(NAME);
});

const make =
  (submission: string, audience = "named") =>
  (tx: TransactionSql) =>
    tx<{ id: string }[]>`
    select public.make_item(${krcla}, ${submission}, ${tx.json({
      ...{ coalition_id: coalition, title: { en: "Zinnia flyers" }, audience, takes_part: true, ask: "nobody" },
      ...{ due_local: "2030-06-01T18:00:00", time_zone: "America/Los_Angeles" },
    })}) ->> 'id' as id`.then(([row]) => row?.id ?? "");

const partsOf = (id: string) => sql<{ slug: string; status: string }[]>`
  select o.slug, p.status from public.action_parts p join public.organizations o on o.id = p.organization_id
  where p.item_id = ${id} order by o.slug`;

test("a form that is sent by ten presses at once makes one item, with one part of its lead", async () => {
  const submission = "5f0e0000-0000-4000-8000-000000000001";
  const made = await Promise.all(
    Array.from({ length: 10 }, (_, at) => as(at % 2 ? "admin@krcla" : "editor@krcla", make(submission))),
  );
  expect(new Set(made).size).toBe(1);
  expect(await partsOf(made[0] ?? "")).toEqual([{ slug: "krcla", status: "accepted" }]);
});

test("all core members asked by ten presses at once are asked once each", async () => {
  const id = await as("editor@krcla", make("5f0e0000-0000-4000-8000-000000000002"));
  const asked = await Promise.all(
    Array.from({ length: 10 }, () =>
      as("editor@krcla", (tx) =>
        tx<
          { asked: number }[]
        >`select (public.ask_for_parts(${id}, ${krcla}, true) ->> 'asked')::integer as asked`.then(
          ([row]) => row?.asked ?? 0,
        ),
      ),
    ),
  );
  const others = (await partsOf(id)).filter(({ slug }) => slug !== "krcla");
  expect(others.length).toBeGreaterThan(0);
  expect(others.every(({ status }) => status === "asked")).toBe(true);
  expect(asked.reduce((sum, count) => sum + count)).toBe(others.length);
});

test("of clerks who change one part at the same moment one is written, and the others are told and lose nothing", async () => {
  const id = await as("editor@krcla", make("5f0e0000-0000-4000-8000-000000000003"));
  const [seen] = await sql<{ version: number }[]>`
    select version from public.action_part_notes where item_id = ${id} and organization_id = ${krcla}`;
  const save = (note: string) => (tx: TransactionSql) =>
    tx`select public.save_part(${id}, ${krcla}, ${seen?.version ?? 0}, ${tx.json({ status: "doing", note })})`;
  const saved = await Promise.allSettled(
    ["Rose", "Lily", "Iris", "Fern"].map((note, at) => as(at % 2 ? "admin@krcla" : "editor@krcla", save(note))),
  );
  expect(saved.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const one of saved) if (one.status === "rejected") expect(one.reason.message).toBe("part_changed_meanwhile");
});

test("an ask that is taken back while it is answered is either answered or gone, never both", async () => {
  for (const submission of ["4", "5", "6", "7"]) {
    const id = await as("editor@krcla", make(`5f0e0000-0000-4000-8000-00000000000${submission}`));
    const [chicago] = await sql<{ id: string }[]>`select id from public.organizations where slug = 'krc-chicago'`;
    await as(
      "editor@krcla",
      (tx) => tx`select public.ask_for_parts(${id}, ${krcla}, false, ${[chicago?.id ?? ""]}::uuid[])`,
    );
    const [answered, takenBack] = await Promise.allSettled([
      as(
        "editor@krc-chicago",
        (tx) => tx`select public.save_part(${id}, ${chicago?.id ?? ""}, 1, ${tx.json({ status: "accepted" })})`,
      ),
      as("editor@krcla", (tx) => tx`select public.take_back_ask(${id}, ${krcla}, ${chicago?.id ?? ""})`),
    ]);
    const [part] = (await partsOf(id)).filter(({ slug }) => slug === "krc-chicago");
    if (answered.status === "fulfilled") {
      expect(part?.status).toBe("accepted");
      expect(takenBack.status).toBe("rejected");
    } else {
      expect(part).toBeUndefined();
      expect(takenBack.status).toBe("fulfilled");
    }
  }
});
