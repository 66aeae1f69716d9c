import { expect } from "vitest";
import type { PersonName } from "./access/persons";
import { test } from "./support/cast";
import type { TestDatabase } from "./support/database";

const readers: PersonName[] = ["visitor", "outsider", "neighbor", "member", "editor"];
const sights: Record<string, PersonName[]> = {
  owner: ["member", "editor"],
  draft: ["member", "editor"],
  named: ["neighbor", "member", "editor"],
  "to east": ["member", "editor"],
  coalition: ["neighbor", "member", "editor"],
  everyone: readers,
};
const idOf = async (db: TestDatabase, name: string) =>
  (await db.given<{ id: string }>("select id from public.services where name ->> 'en' = $1", [name])).id;

test("a handout, a row of a table and an entry of a collection are there for whoever sees the card, and for nobody else", async ({
  db,
  cast,
}) => {
  for (const [name, seenBy] of Object.entries(sights)) {
    const id = await idOf(db, name);
    for (const person of readers) {
      const [row] = await db.as<{ handout: object | null; rows: object[] }>(
        cast[person],
        "select public.service_handout($1) as handout, public.services_table(array[$1::uuid]) as rows",
        [id],
      );
      const seen = seenBy.includes(person);
      expect([row?.handout !== null, row?.rows.length], `${name} by ${person}`).toEqual([seen, seen ? 1 : 0]);
    }
  }
});

test("what is handed out holds no assurance, no note and no place but one that everyone may know, whoever asks", async ({
  db,
  cast,
}) => {
  await db.given("update public.service_notes set body = 'Zinnia at the back door'");
  await db.given(`update public.service_assurances set note = '{"en": "Zinnia said so"}'`);
  await db.given("update public.locations set address_1 = concat('Zinnia Street for ', name)");
  for (const name of Object.keys(sights)) {
    const id = await idOf(db, name);
    for (const person of readers) {
      const [row] = await db.as<{ all: object }>(
        cast[person],
        `select jsonb_build_array(public.service_handout($1), public.services_table(array[$1::uuid]),
          (select jsonb_agg(public.read_collection(c.id)) from public.collections c)) as all`,
        [id],
      );
      const told = JSON.stringify(row?.all);
      expect(told, `${name} by ${person}`).not.toMatch(/Zinnia (at|said)|told_on|recipients|back door/);
      expect(told.replaceAll("Zinnia Street for everyone", ""), `${name} by ${person}`).not.toContain("Zinnia");
    }
  }
});

test("a place that closes to everyone is on no handout any more, not even its owner's", async ({ db, cast }) => {
  const id = await idOf(db, "everyone");
  const places = async (person: PersonName) =>
    (
      await db.as<{ places: object[] }>(cast[person], "select public.service_handout($1) -> 'places' as places", [id])
    )[0]?.places.length;
  expect([await places("visitor"), await places("editor")]).toEqual([1, 1]);
  await db.given(
    "update public.service_at_locations set audience = 'coalition', coalition_id = $1 where service_id = $2",
    [cast.coalitions.plan, id],
  );
  expect([await places("visitor"), await places("neighbor"), await places("editor")]).toEqual([0, 0, 0]);
});

test("the table of an organization is its own people's, and a table of chosen services keeps their order", async ({
  db,
  cast,
}) => {
  const { north } = cast.organizations;
  const [own] = await db.as<{ rows: object[] }>(cast.viewer, "select public.organization_table($1) as rows", [north]);
  expect(own?.rows).toHaveLength(6);
  const [theirs] = await db.as<{ rows: null }>(cast.neighbor, "select public.organization_table($1) as rows", [north]);
  expect(theirs?.rows).toBeNull();
  const ids = [await idOf(db, "everyone"), await idOf(db, "owner"), await idOf(db, "coalition")];
  const [chosen] = await db.as<{ rows: { name: { en: string } }[] }>(
    cast.neighbor,
    "select public.services_table($1::uuid[]) as rows",
    [`{${[...ids, ids[0]].join(",")}}`],
  );
  expect(chosen?.rows.map(({ name }) => name.en)).toEqual(["everyone", "coalition"]);
});

test("when a service opens next is said by its own clock: today's hours that are left, never a holiday, and around the clock", async ({
  db,
  cast,
}) => {
  const id = await idOf(db, "everyone");
  type Opening = { day: string; is_today: boolean; hours: { opens_minute: number; closes_minute: number }[] } | null;
  const opening = async () => {
    const [row] = await db.as<{ opening: Opening }>(
      cast.visitor,
      "select public.service_handout($1) -> 'opening' as opening",
      [id],
    );
    return row?.opening ?? null;
  };
  const open = (weekdays: string, from: number, to: number) =>
    db.given(
      "update public.service_schedules set weekdays = $2::smallint[], opens_minute = $3, closes_minute = $4 where service_id = $1",
      [id, weekdays, from, to],
    );
  const { today, tomorrow } = await db.given<{ today: string; tomorrow: string }>(
    `select (now() at time zone 'America/Chicago')::date::text as today,
      ((now() at time zone 'America/Chicago')::date + 1)::text as tomorrow`,
  );
  await open("{1,2,3,4,5,6,7}", 0, 1440);
  expect(await opening()).toEqual({ day: today, is_today: true, hours: [{ opens_minute: 0, closes_minute: 1440 }] });
  await db.given("insert into public.service_closures (organization_id, service_id, closed_on) values ($1, $2, $3)", [
    cast.organizations.north,
    id,
    today,
  ]);
  expect(await opening()).toMatchObject({ day: tomorrow, is_today: false });
  await db.given("delete from public.service_closures where closed_on = $1", [today]);
  // What ended at one minute past midnight is over, except at that minute.
  await open("{1,2,3,4,5,6,7}", 0, 1);
  expect((await opening())?.day).toMatch(new RegExp(`^(${today}|${tomorrow})$`));
  await db.given("delete from public.service_schedules where service_id = $1", [id]);
  expect(await opening()).toBeNull();
});
