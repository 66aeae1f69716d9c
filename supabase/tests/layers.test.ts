import { describe, expect } from "vitest";
import type { PersonName } from "./access/persons";
import { addGathering, type Cast, test } from "./support/cast";
import type { TestDatabase } from "./support/database";

const audiences = ["owner", "named", "coalition", "everyone"] as const;
type Audience = (typeof audiences)[number];

/** Who stands where: north owns; south is named; east is a fellow; a visitor and far are outside. */
const readers = {
  owner: ["viewer", "member", "editor", "admin", "both"],
  named: ["neighbor"],
  everyone: ["visitor", "stranger", "outsider", "removed", "signedOut"],
} as const satisfies Record<string, readonly PersonName[]>;

/** Those who see a layer of that audience, when it is named to south. */
function seeing(audience: Audience): Set<PersonName> {
  return new Set<PersonName>([
    ...readers.owner,
    ...(audience === "owner" ? [] : readers.named),
    ...(audience === "everyone" ? readers.everyone : []),
  ]);
}

const width = (audience: Audience) => audiences.indexOf(audience);
const pairs = audiences.flatMap((card) => audiences.map((detail) => [card, detail] as const));

async function addPair(db: TestDatabase, cast: Cast, card: Audience, detail: Audience): Promise<string> {
  const { north, south } = cast.organizations;
  const id = await addGathering(db, {
    title: `${card} over ${detail}`,
    organization: north,
    coalition: cast.coalitions.plan,
    audience: card,
  });
  const share =
    "insert into public.shares (organization_id, gathering_id, layer, recipient_id) values ($1, $2, $3, $4)";
  if (card === "named") await db.given(share, [north, id, "card", south]);
  await db.given(
    `insert into public.gathering_details (organization_id, gathering_id, address, audience, coalition_id)
     values ($1, $2, 'Zinnia Street 1', $3, $4)`,
    [north, id, detail, detail === "coalition" ? cast.coalitions.plan : null],
  );
  if (detail === "named") await db.given(share, [north, id, "detail", south]);
  await db.given(
    "insert into public.gathering_notes (organization_id, gathering_id, body) values ($1, $2, 'Zinnia key')",
    [north, id],
  );
  return id;
}

describe.for(pairs.filter(([card, detail]) => width(detail) <= width(card)))(
  "a detail for %s… below a card",
  ([card, detail]) => {
    test(`${detail} below ${card}: each reader sees the layers that are open to them, through table and page`, async ({
      db,
      cast,
    }) => {
      const id = await addPair(db, cast, card, detail);
      for (const person of Object.values(readers).flat()) {
        const seesCard = seeing(card).has(person);
        const seesDetail = seesCard && seeing(detail).has(person);
        const seesNotes = (readers.owner as readonly PersonName[]).includes(person);
        const [page] = await db.as<{ found: { detail: { address: string } | null; notes: string | null } | null }>(
          cast[person],
          "select public.read_gathering($1) as found",
          [id],
        );
        expect(page?.found !== null, `${person} reads the card`).toBe(seesCard);
        expect(page?.found?.detail?.address, `${person} reads the detail`).toBe(
          seesDetail ? "Zinnia Street 1" : undefined,
        );
        expect(page?.found?.notes ?? null, `${person} reads the notes`).toBe(seesNotes ? "Zinnia key" : null);
        const rows = await db.as(cast[person], "select address from public.gathering_details where gathering_id = $1", [
          id,
        ]);
        expect(rows.length, `${person} selects the detail`).toBe(seesDetail ? 1 : 0);
        if (!seesDetail) expect(JSON.stringify(page?.found ?? null)).not.toContain("Zinnia Street");
      }
    });
  },
);

describe("a detail stays within its card", () => {
  test.for(pairs.filter(([card, detail]) => width(detail) > width(card)))(
    "a card for %s refuses a detail for %s",
    async ([card, detail], { db, cast }) => {
      await expect(addPair(db, cast, card, detail)).rejects.toMatchObject({
        code: "PT422",
        message: "detail_wider_than_card",
      });
    },
  );

  test("when the card closes, the detail closes with it, and whom it was named to forgets", async ({ db, cast }) => {
    const id = await addPair(db, cast, "everyone", "named");
    await db.given("update public.gatherings set audience = 'owner' where id = $1", [id]);
    expect(await db.given("select audience from public.gathering_details where gathering_id = $1", [id])).toEqual({
      audience: "owner",
    });
    expect(await db.as(cast.neighbor, "select layer from public.shares where gathering_id = $1", [id])).toEqual([]);
    await db.given("update public.gatherings set audience = 'everyone' where id = $1", [id]);
    expect(
      await db.as(cast.neighbor, "select address from public.gathering_details where gathering_id = $1", [id]),
    ).toEqual([]);
  });

  test("an organization the card is no longer named to loses the detail", async ({ db, cast }) => {
    const id = await addPair(db, cast, "named", "named");
    await db.as(cast.editor, "delete from public.shares where gathering_id = $1 and layer = 'card'", [id]);
    expect(await db.catalog("select layer from public.shares where gathering_id = $1", [id])).toEqual([]);
  });

  test("an organization that leaves the coalition of a card loses the detail below it", async ({ db, cast }) => {
    const id = await addPair(db, cast, "coalition", "named");
    const { north, south } = cast.organizations;
    await db.given("insert into public.standings values ($1, $3, 'core'), ($2, $3, 'core')", [
      north,
      south,
      cast.coalitions.open,
    ]);
    await db.given("delete from public.standings where organization_id = $1 and coalition_id = $2", [
      south,
      cast.coalitions.plan,
    ]);
    expect(await db.catalog("select layer from public.shares where gathering_id = $1", [id])).toEqual([]);
  });

  test("a detail is not named to an organization that does not see the card", async ({ db, cast }) => {
    const id = await addPair(db, cast, "named", "owner");
    const { north, east } = cast.organizations;
    const name =
      "insert into public.shares (organization_id, gathering_id, layer, recipient_id) values ($1, $2, 'detail', $3)";
    await expect(db.as(cast.editor, name, [north, id, east])).rejects.toMatchObject({
      message: "detail_wider_than_card",
    });
  });

  test("a detail for the coalition is for the card's coalition", async ({ db, cast }) => {
    const { north } = cast.organizations;
    await db.given("insert into public.standings values ($1, $2, 'core')", [north, cast.coalitions.open]);
    const id = await addPair(db, cast, "coalition", "owner");
    const widen =
      "update public.gathering_details set audience = 'coalition', coalition_id = $2 where gathering_id = $1";
    await expect(db.as(cast.editor, widen, [id, cast.coalitions.open])).rejects.toMatchObject({
      message: "detail_wider_than_card",
    });
  });
});

test("one version counts every layer, so that an edit over a newer note is noticed", async ({ db, cast }) => {
  const id = await addPair(db, cast, "owner", "owner");
  const version = async () =>
    (await db.given<{ version: number }>("select version from public.gatherings where id = $1", [id])).version;
  const first = await version();
  await db.as(cast.editor, "update public.gathering_notes set body = 'Other key' where gathering_id = $1", [id]);
  const second = await version();
  await db.as(cast.editor, "update public.gathering_details set contact = 'Desk' where gathering_id = $1", [id]);
  expect(second).toBeGreaterThan(first);
  expect(await version()).toBeGreaterThan(second);
  await expect(
    db.as(cast.editor, "select public.cancel_gathering($1, $2, $3, 'Rain')", [id, cast.organizations.north, first]),
  ).rejects.toMatchObject({ message: "changed_meanwhile" });
});

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

describe("history", () => {
  const fields = (db: TestDatabase, id: string) =>
    db.catalog("select fields, person_id from public.gathering_changes where gathering_id = $1", [id]);

  test("names who changed which fields, and no value", async ({ db, cast }) => {
    const id = await addPair(db, cast, "owner", "owner");
    await db.given("delete from public.gathering_changes where gathering_id = $1", [id]);
    await db.as(cast.editor, "update public.gatherings set area = 'Zinnia' where id = $1", [id]);
    await db.as(cast.editor, "update public.gathering_details set address = 'Zinnia 2' where gathering_id = $1", [id]);
    await db.as(cast.editor, "delete from public.gathering_notes where gathering_id = $1", [id]);
    const changes = await fields(db, id);
    expect(changes).toEqual([
      { fields: ["area", "detail.address", "notes"], person_id: cast.editor === "visitor" ? null : cast.editor.id },
    ]);
    expect(JSON.stringify(changes)).not.toContain("Zinnia");
  });

  test("is the owner's people's", async ({ db, cast }) => {
    const id = await addPair(db, cast, "everyone", "everyone");
    const history = async (person: PersonName) => {
      const [row] = await db.as<{ found: unknown }>(cast[person], "select public.gathering_history($1, $2) as found", [
        id,
        cast.organizations.north,
      ]);
      return row?.found;
    };
    expect(await history("viewer")).toMatchObject({ changes: [{ fields: expect.arrayContaining(["created"]) }] });
    expect(await history("neighbor")).toBeNull();
    expect(await history("outsider")).toBeNull();
  });
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
