import { describe, expect } from "vitest";
import type { PersonName } from "./access/persons";
import { test } from "./support/cast";
import type { TestDatabase } from "./support/database";
import { type Audience, addPair, audiences } from "./support/layers";

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

test("an address is published by nobody who was not asked, by whatever way it is written", async ({ db, cast }) => {
  const id = await addPair(db, cast, "everyone", "owner");
  const { north } = cast.organizations;
  const refusal = { code: "PT422", message: "publishing_is_a_decision" };
  const open = "update public.gathering_details set audience = 'everyone' where gathering_id = $1";
  await expect(db.as(cast.editor, open, [id])).rejects.toMatchObject(refusal);
  await db.as(cast.editor, "delete from public.gathering_details where gathering_id = $1", [id]);
  const begin = `insert into public.gathering_details (organization_id, gathering_id, address, audience)
    values ($2, $1, 'Zinnia Street 2', 'everyone')`;
  await expect(db.as(cast.editor, begin, [id, north])).rejects.toMatchObject(refusal);
  const published = await addPair(db, cast, "everyone", "everyone");
  const change = "update public.gathering_details set address = 'Zinnia Street 3' where gathering_id = $1";
  await expect(db.as(cast.editor, change, [published])).rejects.toMatchObject(refusal);
  await db.as(cast.editor, "update public.gathering_details set address = '' where gathering_id = $1", [published]);
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
