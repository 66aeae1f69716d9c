import { randomUUID } from "node:crypto";
import { describe, expect } from "vitest";
import { test } from "./support/cast";
import type { Person, TestDatabase } from "./support/database";
import { phone, serviceNamed, suggest, suggestionsOf, truthOf, versionOf } from "./support/truth-steps";

type Answer = { person: Person; organization: string; suggestion: string | undefined; seen: string | number | null };
const accept = (db: TestDatabase, { person, organization, suggestion, seen }: Answer, publish = false) =>
  db.as(person, "select public.accept_suggestion($1, $2, $3, $4)", [suggestion, organization, `${seen}`, publish]);

describe("a suggestion", () => {
  test("comes from anybody who sees the card, and changes nothing until it is accepted", async ({ db, cast }) => {
    const service = await serviceNamed(db, "everyone");
    const { north, south } = cast.organizations;
    expect((await suggest(db, "visitor", service)).code).toMatch(/^[0-9A-Z]{12}$/);
    await suggest(db, cast.neighbor, service, { organization: south, field: "cost", value: "free" });
    const before =
      "select cost, (select number from public.service_phones p where p.service_id = s.id and position = 0) as number from public.services s where id = $1";
    expect(await db.given(before, [service])).toEqual({ cost: "unknown", number: "+12135550100" });

    const [ofCost, ofPhone] = await suggestionsOf(db, service);
    for (const suggestion of [ofCost, ofPhone]) {
      await accept(db, {
        person: cast.editor,
        organization: north,
        suggestion: suggestion?.id,
        seen: await versionOf(db, service),
      });
    }
    expect(await db.given(before, [service])).toEqual({ cost: "free", number: "+12135550111" });
    expect((await truthOf(db, cast.neighbor, service))?.members?.suggested[0]).toMatchObject({ state: "accepted" });
  });

  test("to what one does not see finds what is not there", async ({ db, cast }) => {
    const { south, far, north } = cast.organizations;
    for (const name of ["owner", "named", "coalition", "draft"]) {
      const service = await serviceNamed(db, name);
      await expect(suggest(db, "visitor", service)).rejects.toThrow("not_found");
      await expect(suggest(db, cast.outsider, service, { organization: far })).rejects.toThrow("not_found");
    }
    await expect(suggest(db, "visitor", randomUUID())).rejects.toThrow("not_found");
    await expect(suggest(db, cast.neighbor, await serviceNamed(db, "owner"), { organization: south })).rejects.toThrow(
      "not_found",
    );
    await expect(suggest(db, "visitor", await serviceNamed(db, "everyone"), { organization: south })).rejects.toThrow(
      "not_found",
    );
    await expect(
      suggest(db, cast.neighbor, await serviceNamed(db, "everyone"), { organization: north }),
    ).rejects.toThrow("not_found");
    // In no coalition with its owner, somebody suggests as anyone does.
    await expect(suggest(db, cast.outsider, await serviceNamed(db, "everyone"), { organization: far })).rejects.toThrow(
      "not_found",
    );
    await suggest(db, cast.outsider, await serviceNamed(db, "everyone"));
  });

  test("of a place is for those who see the place alone; others hear that there is no such field", async ({
    db,
    cast,
  }) => {
    const service = await serviceNamed(db, "everyone");
    const place = { field: "place", value: { address_1: "New Street 2", city: "Chicago" } };
    await suggest(db, "visitor", service, place);
    await db.given(
      "update public.service_at_locations set audience = 'owner', coalition_id = null where service_id = $1",
      [service],
    );
    await expect(suggest(db, "visitor", service, place)).rejects.toThrow("choose_one");
    await expect(
      suggest(db, cast.neighbor, service, { ...place, organization: cast.organizations.south }),
    ).rejects.toThrow("choose_one");
    await expect(suggest(db, "visitor", service, { ...place, field: "notes" })).rejects.toThrow("choose_one");
  });

  test("is refused where it says nothing new, or what its field cannot be", async ({ db }) => {
    const service = await serviceNamed(db, "everyone");
    for (const [field, value, problem] of [
      ["phones", phone("+12135550100"), "says_so_already"],
      ["name", { en: "everyone" }, "says_so_already"],
      ["phones", phone("call us"), "phone_not_understood"],
      ["phones", "call us", "required"],
      ["cost", "cheap", "choose_one"],
      ["state", "draft", "choose_one"],
      ["schedules", [{ weekdays: [8], opens_minute: 0, closes_minute: 60 }], "not_understood"],
      ["schedules", [{ weekdays: [1], opens_minute: 600, closes_minute: 540 }], "not_understood"],
      ["schedules", "always", "not_understood"],
      ["staff_languages", [], "choose_one"],
      ["staff_languages", ["no language at all"], "not_understood"],
      ["name", { ko: "가".repeat(161) }, "too_long"],
      ["name", {}, "required"],
      ["audience", "everyone", "choose_one"],
    ] as const) {
      await expect(
        suggest(db, "visitor", service, { field, value }),
        `${field} ${JSON.stringify(value)}`,
      ).rejects.toThrow(problem);
    }
    await expect(suggest(db, "visitor", service, { contact: "no address" })).rejects.toThrow(
      "mail_address_not_understood",
    );
  });

  test("sent twice is one, with one code; after many tries of one network there is a pause", async ({ db }) => {
    const service = await serviceNamed(db, "everyone");
    const submission = randomUUID();
    const first = await suggest(db, "visitor", service, { submission });
    expect(await suggest(db, "visitor", service, { submission })).toEqual(first);
    await expect(suggest(db, "visitor", service, { submission, value: phone("+12135550112") })).rejects.toThrow(
      "suggestion_sent_already",
    );
    for (let tries = 0; tries < 8; tries++) await suggest(db, "visitor", service);
    expect(await suggest(db, "visitor", service)).toMatchObject({ problem: "held_back" });
    expect((await suggest(db, "visitor", service, { network: "192.0.2.8" })).code).toBeDefined();
    await expect(
      db.as("visitor", "select public.suggest_change('guessed', '192.0.2.9', $1, null, gen_random_uuid(), '{}')", [
        service,
      ]),
    ).rejects.toThrow("not_allowed");
  });
});

describe("what contradicts itself", () => {
  test("is seen by the owner's people and the coalition, and never by the public", async ({ db, cast }) => {
    const service = await serviceNamed(db, "everyone");
    const { south } = cast.organizations;
    await db.given("delete from public.service_suggestions");
    await suggest(db, "visitor", service);
    expect((await truthOf(db, cast.neighbor, service))?.members?.conflicts).toEqual([]);
    await suggest(db, cast.neighbor, service, { organization: south, value: phone("+12135550113") });
    const conflictsFor = async (person: Person) => (await truthOf(db, person, service))?.members?.conflicts;
    expect(await conflictsFor(cast.viewer)).toMatchObject([
      { field: "phones", values: [phone("+12135550111"), phone("+12135550113")] },
    ]);
    // What somebody without an organization typed is for the owner to read first.
    expect(JSON.stringify(await conflictsFor(cast.neighbor))).not.toContain("0111");
    expect(await conflictsFor(cast.neighbor)).toHaveLength(1);
    expect(await conflictsFor(cast.outsider)).toEqual([]);
    expect((await truthOf(db, "visitor", service))?.members).toBeNull();
    expect((await truthOf(db, cast.outsider, service))?.members).toMatchObject({
      open: 0,
      disagreements: [],
      steward: null,
      as: [],
    });
  });

  test("from another source is taken, or left, by the owner's editors alone", async ({ db, cast }) => {
    const { north, south } = cast.organizations;
    const service = await serviceNamed(db, "everyone");
    const settle = async (person: Person, organization: string, take: boolean) =>
      db.as(person, "select public.settle_disagreement($1, $2, 'phones', 'A list', $3, $4)", [
        service,
        organization,
        take,
        await versionOf(db, service),
      ]);
    await expect(settle(cast.member, north, true)).rejects.toThrow("not_allowed");
    await expect(settle(cast.neighbor, south, true)).rejects.toThrow("not_found");
    await expect(settle(cast.neighbor, north, false)).rejects.toThrow("not_found");
    await settle(cast.editor, north, true);
    await expect(settle(cast.editor, north, true)).rejects.toThrow("not_found");
    const first = await db.given("select number from public.service_phones where service_id = $1 and position = 0", [
      service,
    ]);
    expect(first).toEqual({ number: "+12135550199" });
  });
});
