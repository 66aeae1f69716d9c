import { describe, expect } from "vitest";
import { type Cast, test } from "./support/cast";
import type { Person, TestDatabase } from "./support/database";

type Seen = Record<string, never> & {
  name: { en: string };
  place: { audience: string } | null;
  assurance: { told_on: string; audience: string } | null;
  notes: string | null;
  phones: { number: string }[];
  schedules: object[];
  translations: Record<string, { by_machine: boolean; stale: boolean; reviewed_at: string | null }>;
  version: number;
  truth?: object;
  terms: { id: string }[];
  provider: { name: { en: string } } | null;
};

const whole = {
  name: { en: "Zinnia counsel", ko: "백일홍 상담" },
  description: { en: "We listen.", ko: "이야기를 들어요." },
  source_language: "en",
  audience: "everyone",
  phones: [{ number: "+12135550100" }, { number: "211", label: { en: "after hours" } }],
  staff_languages: ["ko", "en"],
  schedules: [{ weekdays: [1, 2], opens_minute: 540, closes_minute: 1020 }],
  provider: { name: { en: "Zinnia house" }, aliases: ["ZH"] },
  place: { audience: "owner", locations: [{ address_1: "1 Zinnia Way" }] },
  assurance: { told_on: "2026-11-01" },
  notes: "Ask at the back door.",
};

/** North's editor lists a service. */
async function list(db: TestDatabase, cast: Cast, content: object = whole): Promise<string> {
  const [made] = await db.as<{ made: { id: string } }>(
    cast.editor,
    "select public.list_service($1, gen_random_uuid(), $2::jsonb) as made",
    [cast.organizations.north, content],
  );
  return String(made?.made.id);
}

async function read(db: TestDatabase, person: Person, id: string): Promise<Seen | null> {
  const [page] = await db.as<{ seen: Seen | null }>(person, "select public.read_service($1) as seen", [id]);
  return page?.seen ?? null;
}

async function revise(db: TestDatabase, cast: Cast, id: string, content: object) {
  const seen = await read(db, cast.editor, id);
  await db.as(cast.editor, "select public.revise_service($1, $2, $3, $4::jsonb)", [
    id,
    cast.organizations.north,
    seen?.version,
    content,
  ]);
}

test("five fields are enough, and nobody else sees them until somebody chooses so", async ({ db, cast }) => {
  const id = await list(db, cast, { name: { ko: "쉼터" }, phones: [{ number: "+12135550100" }] });
  expect(await read(db, cast.viewer, id)).toMatchObject({ name: { ko: "쉼터" }, audience: "owner" });
  for (const other of [cast.visitor, cast.neighbor, cast.outsider]) expect(await read(db, other, id)).toBeNull();
});

test("whoever sees the card sees no more of it than each layer lets them", async ({ db, cast }) => {
  const id = await list(db, cast);
  expect(await read(db, cast.viewer, id)).toMatchObject({
    place: { audience: "owner" },
    assurance: { told_on: "2026-11-01", audience: "coalition" },
    notes: whole.notes,
    provider: { name: { en: "Zinnia house" } },
  });
  const fellow = await read(db, cast.neighbor, id);
  expect(fellow).toMatchObject({ place: null, assurance: { told_on: "2026-11-01" }, notes: null, version: null });
  expect(fellow?.phones.map(({ number }) => number)).toEqual(["+12135550100", "211"]);
  for (const outside of [cast.visitor, cast.outsider]) {
    expect(await read(db, outside, id)).toMatchObject({ place: null, assurance: null, notes: null });
  }
});

describe("what can harm", () => {
  test("is never public: not what was said about papers, whatever its owner wishes", async ({ db, cast }) => {
    await expect(
      list(db, cast, { ...whole, assurance: { told_on: "2026-11-01", audience: "everyone" } }),
    ).rejects.toThrow("never_public");
    const id = await list(db, cast);
    await expect(
      db.as(cast.editor, "update public.service_assurances set audience = 'everyone' where service_id = $1", [id]),
    ).rejects.toThrow("never_public");
  });

  test("a place becomes public by a decision alone, each time that something new does", async ({ db, cast }) => {
    const place = { audience: "everyone", locations: [{ address_1: "1 Zinnia Way" }] };
    await expect(list(db, cast, { ...whole, place })).rejects.toThrow("publishing_is_a_decision");
    const id = await list(db, cast, { ...whole, place: { ...place, publish: true } });
    expect(await read(db, cast.visitor, id)).toMatchObject({ place: { locations: [{ address_1: "1 Zinnia Way" }] } });
    // What a test runs is one transaction; the decision of another command ends with its own.
    await db.given("select set_config('hamkke.published', '', true)");
    await expect(
      db.as(cast.editor, "update public.locations set address_1 = '2 Zinnia Way' where address_1 = '1 Zinnia Way'"),
    ).rejects.toThrow("publishing_is_a_decision");
  });

  test("no layer is wider than its card, and a card that closes closes what lies below", async ({ db, cast }) => {
    await expect(
      list(db, cast, {
        ...whole,
        audience: "owner",
        place: { audience: "coalition", coalition_id: cast.coalitions.plan, locations: [{ city: "Z" }] },
      }),
    ).rejects.toThrow("layer_wider_than_card");
    const named = { audience: "named", recipients: [cast.organizations.south], locations: [{ city: "Zinnia" }] };
    const id = await list(db, cast, { ...whole, place: named });
    expect(await read(db, cast.neighbor, id)).toMatchObject({ place: { locations: [{ city: "Zinnia" }] } });
    await revise(db, cast, id, { audience: "owner" });
    expect(await read(db, cast.neighbor, id)).toBeNull();
    await revise(db, cast, id, { audience: "everyone" });
    expect(await read(db, cast.neighbor, id)).toMatchObject({ place: null, assurance: null });
  });
});

test("a service that was listed twice by two presses is there once", async ({ db, cast }) => {
  const submission = "11111111-1111-4111-8111-111111111111";
  const press = () =>
    db.as<{ made: { id: string } }>(cast.editor, "select public.list_service($1, $2, $3::jsonb) as made", [
      ...[cast.organizations.north, submission, whole],
    ]);
  const [[first], [second]] = [await press(), await press()];
  expect(second?.made.id).toBe(first?.made.id);
});

test("one field is corrected without the others, over the version that its writer saw", async ({ db, cast }) => {
  const id = await list(db, cast);
  const before = await read(db, cast.editor, id);
  await revise(db, cast, id, { phones: [{ number: "+13125550199" }] });
  const after = await read(db, cast.editor, id);
  expect(after).toMatchObject({ phones: [{ number: "+13125550199" }], notes: whole.notes, name: whole.name });
  expect(after?.schedules).toEqual(before?.schedules);
  await expect(
    db.as(cast.editor, 'select public.revise_service($1, $2, $3, \'{"notes": ""}\')', [
      ...[id, cast.organizations.north, before?.version],
    ]),
  ).rejects.toThrow("changed_meanwhile");
});

test("a translation stays behind when its source goes on, and says so until somebody looked", async ({ db, cast }) => {
  const id = await list(db, cast, { ...whole, translations: { ko: "machine" } });
  const state = async () => (await read(db, cast.visitor, id))?.translations.ko;
  expect(await state()).toMatchObject({ by_machine: true, stale: false, reviewed_at: null });
  await revise(db, cast, id, { description: { ...whole.description, en: "We listen, on Mondays." } });
  expect(await state()).toMatchObject({ by_machine: true, stale: true });
  await revise(db, cast, id, { translations: { ko: "reviewed" } });
  expect(await state()).toMatchObject({ by_machine: true, stale: false, reviewed_at: expect.any(String) });
  await revise(db, cast, id, { description: { ...whole.description, ko: "월요일에 들어요." } });
  expect(await state()).toBeUndefined();
});

test("a field that cannot be read is named, and nothing is written", async ({ db, cast }) => {
  for (const [content, problem] of [
    [{ name: {} }, "required"],
    [{ website: "javascript:alert(1)" }, "link_not_understood"],
    [{ email: "nobody" }, "mail_address_not_understood"],
    [{ phones: [{ number: "call us" }] }, "phone_not_understood"],
    [{ terms: ["no/such-need"] }, "unknown_need"],
    [{ cost: "gold" }, "not_understood"],
    [{ schedules: [{ weekdays: [9], opens_minute: 0, closes_minute: 60 }] }, "not_understood"],
    [{ schedules: [{ weekdays: [1], opens_minute: 600, closes_minute: 540 }] }, "not_understood"],
    [{ information_as_of: "2999-01-01" }, "day_not_yet_come"],
    [{ time_zone: "XYZ+5" }, "unknown_time_zone"],
    [{ owner: "me" }, "not_understood"],
    [{ audience: "named" }, "named_needs_recipients"],
    [{ audience: "named", recipients: ["11111111-1111-4111-8111-111111111111"] }, "recipient_not_in_coalition"],
    [{ audience: "coalition" }, "coalition_not_yours"],
  ] as const) {
    await expect(list(db, cast, { ...whole, ...content }), problem).rejects.toThrow(problem);
  }
  expect(await db.catalog("select from public.services where name ->> 'en' = 'Zinnia counsel'")).toEqual([]);
});

describe("an editor's word goes for their own organization alone", () => {
  test("and a service elsewhere is absent to whoever tries", async ({ db, cast }) => {
    const id = await list(db, cast);
    for (const person of [cast.neighbor, cast.outsider]) {
      await expect(
        db.as(person, "select public.revise_service($1, $2, 1, '{}')", [id, cast.organizations.north]),
      ).rejects.toThrow("not_found");
      await expect(
        db.as(person, "select public.discard_service($1, $2, 1)", [id, cast.organizations.north]),
      ).rejects.toThrow("not_found");
    }
    await expect(
      db.as(cast.member, "select public.revise_service($1, $2, 1, '{}')", [id, cast.organizations.north]),
    ).rejects.toThrow("not_allowed");
    await expect(
      db.as(cast.neighbor, "select public.list_service($1, gen_random_uuid(), $2::jsonb)", [
        cast.organizations.north,
        whole,
      ]),
    ).rejects.toThrow("not_found");
  });

  test("and what others have seen is closed, not deleted", async ({ db, cast }) => {
    const seen = await list(db, cast);
    const own = await list(db, cast, { name: { en: "Zinnia shelf" } });
    const discard = async (id: string) =>
      db.as(cast.editor, "select public.discard_service($1, $2, $3)", [
        ...[id, cast.organizations.north, (await read(db, cast.editor, id))?.version],
      ]);
    await expect(discard(seen)).rejects.toThrow("seen_by_others");
    await discard(own);
    expect(await read(db, cast.editor, own)).toBeNull();
  });
});

test("a preview shows what each viewer sees, to editors of the owner alone", async ({ db, cast }) => {
  const id = await list(db, cast);
  const preview = (person: Person, viewer: object) =>
    db.as<{ shown: { seen: Seen | null } }>(person, "select public.preview_service($1, $2, $3::jsonb) as shown", [
      ...[id, cast.organizations.north, viewer],
    ]);
  for (const [viewer, person] of [
    [{ organization: "south" }, cast.neighbor],
    [{}, cast.visitor],
  ] as const) {
    const [row] = await preview(cast.editor, viewer);
    // Whether it is true is no part of how it looks to others.
    const { truth: _truth, ...looks } = (await read(db, person, id)) ?? ({} as Seen);
    expect(row?.shown.seen).toEqual(looks);
  }
  await expect(preview(cast.member, {})).rejects.toThrow("not_found");
  await expect(preview(cast.editor, { organization: "far" })).rejects.toThrow("not_found");
});

test("an organization that leaves the coalition loses what was named to it there", async ({ db, cast }) => {
  const { south } = cast.organizations;
  const named = { audience: "named", recipients: [south] };
  const id = await list(db, cast, { ...whole, ...named, place: { ...named, locations: [{ city: "Zinnia" }] } });
  expect(await read(db, cast.neighbor, id)).toMatchObject({ place: { locations: [{ city: "Zinnia" }] } });
  await db.given("delete from public.standings where organization_id = $1", [south]);
  expect(await read(db, cast.neighbor, id)).toBeNull();
  expect(await db.catalog("select from public.service_shares where recipient_id = $1", [south])).toEqual([]);
});
