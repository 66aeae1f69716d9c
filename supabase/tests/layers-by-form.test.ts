import { describe, expect } from "vitest";
import type { PersonName } from "./access/persons";
import { type Cast, test } from "./support/cast";
import type { TestDatabase } from "./support/database";
import { addPair } from "./support/layers";

test("the form writes notes, changes them and takes them away, with the detail above them", async ({ db, cast }) => {
  const { north } = cast.organizations;
  const card = {
    title: { en: "Meeting" },
    starts_local: "2027-01-05T10:00",
    ends_local: "2027-01-05T12:00",
    time_zone: "America/Los_Angeles",
  };
  const [made] = await db.as<{ made: { id: string } }>(
    cast.editor,
    "select public.schedule_gathering($1, gen_random_uuid(), $2::jsonb, '{}', '{\"address\": \"Hall\"}', 'Bring the key.') as made",
    [north, card],
  );
  const id = made?.made.id;
  const below = () =>
    db.given(
      `select d.address, n.body from public.gathering_details d
       left join public.gathering_notes n using (organization_id, gathering_id) where d.gathering_id = $1`,
      [id],
    );
  expect(await below()).toEqual({ address: "Hall", body: "Bring the key." });
  for (const [notes, kept] of [
    ["Bring both keys.", "Bring both keys."],
    ["Bring both keys.", "Bring both keys."],
    [null, "Bring both keys."],
    [" ", null],
  ]) {
    await db.as(
      cast.editor,
      `select public.revise_gathering(g.id, g.organization_id, private.version_of(g.id), $2::jsonb, '{}', null, $3)
       from public.gatherings g where g.id = $1`,
      [id, card, notes],
    );
    expect(await below()).toEqual({ address: "Hall", body: kept });
  }
});

describe("publishing an address", () => {
  const card = {
    title: { en: "Clinic" },
    starts_local: "2027-01-05T10:00",
    ends_local: "2027-01-05T12:00",
    time_zone: "America/Los_Angeles",
    state: "scheduled",
    audience: "everyone",
  };
  const schedule = (db: TestDatabase, cast: Cast, detail: object) =>
    db.as<{ made: { id: string } }>(
      cast.editor,
      "select public.schedule_gathering($1, gen_random_uuid(), $2::jsonb, '{}', $3::jsonb, '') as made",
      [cast.organizations.north, card, detail],
    );

  test("asks for a decision, each time that something new becomes public", async ({ db, cast }) => {
    const detail = { address: "Zinnia Street 1", audience: "everyone" };
    await expect(schedule(db, cast, detail)).rejects.toMatchObject({
      code: "PT422",
      message: "publishing_is_a_decision",
      detail: expect.stringContaining("detail.publish"),
    });
    const [made] = await schedule(db, cast, { ...detail, publish: true });
    const id = made?.made.id;
    const revise = async (changed: object) => {
      const { version } = await db.given<{ version: number }>("select version from public.gatherings where id = $1", [
        id,
      ]);
      return db.as(cast.editor, "select public.revise_gathering($1, $2, $3, $4::jsonb, '{}', $5::jsonb, null)", [
        id,
        cast.organizations.north,
        version,
        card,
        changed,
      ]);
    };
    await revise(detail);
    await expect(revise({ ...detail, address: "Zinnia Street 2" })).rejects.toMatchObject({
      message: "publishing_is_a_decision",
    });
  });

  test("a link that is no https link is refused by its field", async ({ db, cast }) => {
    for (const online_url of ["javascript:alert(1)", "http://example.org", "https://a b", 'https://a"b']) {
      await expect(schedule(db, cast, { online_url })).rejects.toMatchObject({ message: "link_not_https" });
    }
  });
});

test("whatever an owner writes that somebody may not see changes nothing of what they see", async ({ db, cast }) => {
  const { north, east } = cast.organizations;
  const everyone = await addPair(db, cast, "everyone", "owner");
  const named = await addPair(db, cast, "named", "owner");
  const visible = async (person: PersonName) => {
    const columns = await db.as<{ list: string }>(
      cast[person],
      `select string_agg(quote_ident(a.attname), ', ' order by a.attnum) as list from pg_attribute a
       where a.attrelid = 'public.gatherings'::regclass and a.attnum > 0 and not a.attisdropped
         and has_column_privilege('public.gatherings', a.attname, 'select')`,
    );
    const rows = await db.as(cast[person], `select ${columns[0]?.list} from public.gatherings order by id`);
    const pages = await db.as(
      cast[person],
      "select public.read_gathering($1) as one, public.read_gathering($2) as other, public.coalition_calendar('plan', current_date, current_date + 30)",
      [everyone, named],
    );
    const below =
      person === "visitor"
        ? []
        : await db.as(
            cast[person],
            "select * from (select organization_id, gathering_id, layer, recipient_id from public.shares) s order by 1, 2, 3, 4",
          );
    return JSON.stringify({ rows, pages, below });
  };
  const readers = ["visitor", "stranger", "neighbor", "outsider"] as const;
  const seen = new Map<PersonName, string>();
  for (const reader of readers) seen.set(reader, await visible(reader));
  for (const [write, values] of [
    ["update public.gathering_notes set body = 'Other' where gathering_id = $1", [everyone]],
    ["update public.gathering_details set address = 'Elsewhere 9' where gathering_id = $1", [everyone]],
    ["delete from public.gathering_notes where gathering_id = $1", [named]],
    [
      "insert into public.shares (organization_id, gathering_id, layer, recipient_id) values ($1, $2, 'card', $3)",
      [north, named, east],
    ],
    [
      "insert into public.shares (organization_id, gathering_id, layer, recipient_id) values ($1, $2, 'detail', $3)",
      [north, everyone, east],
    ],
    ["insert into public.gathering_templates (organization_id, name, content) values ($1, 'hidden', '{}')", [north]],
  ] as [string, unknown[]][]) {
    await db.as(cast.editor, write, values);
    for (const reader of readers) expect(await visible(reader), `${reader} after: ${write}`).toBe(seen.get(reader));
  }
});
