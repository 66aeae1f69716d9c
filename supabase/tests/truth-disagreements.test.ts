import { describe, expect } from "vitest";
import { test } from "./support/cast";
import type { Person } from "./support/database";
import { phone, serviceNamed, suggest, truthOf, versionOf } from "./support/truth-steps";

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
