import { describe, expect } from "vitest";
import { test } from "./support/cast";
import type { Person, TestDatabase } from "./support/database";
import { secret, serviceNamed, suggest, suggestionsOf, versionOf } from "./support/truth-steps";

type Answer = { person: Person; organization: string; suggestion: string | undefined; seen: string | number | null };
const accept = (db: TestDatabase, { person, organization, suggestion, seen }: Answer, publish = false) =>
  db.as(person, "select public.accept_suggestion($1, $2, $3, $4)", [suggestion, organization, `${seen}`, publish]);
const decline = (db: TestDatabase, { person, organization, suggestion }: Omit<Answer, "seen">) =>
  db.as(person, "select public.decline_suggestion($1, $2)", [suggestion, organization]);

describe("an answer", () => {
  test("is the owner's editors', or a steward's, and nobody else's", async ({ db, cast }) => {
    const { north, south, far } = cast.organizations;
    const service = await serviceNamed(db, "everyone");
    await suggest(db, "visitor", service);
    const suggestion = (await suggestionsOf(db, service))[0]?.id;
    const seen = await versionOf(db, service);
    for (const [person, organization, problem] of [
      [cast.member, north, "not_allowed"],
      [cast.neighbor, south, "not_found"],
      [cast.neighbor, north, "not_found"],
      [cast.outsider, far, "not_found"],
      [cast.removed, north, "not_found"],
      [cast.signedOut, north, "not_found"],
    ] as const) {
      await expect(accept(db, { person, organization, suggestion, seen })).rejects.toThrow(problem);
      await expect(decline(db, { person, organization, suggestion })).rejects.toThrow(problem);
    }
    await decline(db, { person: cast.editor, organization: north, suggestion });
    await expect(decline(db, { person: cast.editor, organization: north, suggestion })).rejects.toThrow(
      "suggestion_answered",
    );
    await expect(accept(db, { person: cast.admin, organization: north, suggestion, seen })).rejects.toThrow(
      "suggestion_answered",
    );
  });

  test("of a steward is given over the fact it saw, and never about a place", async ({ db, cast }) => {
    const { south } = cast.organizations;
    const service = await serviceNamed(db, "coalition");
    const [suggestion] = await suggestionsOf(db, service);
    const [row] = await db.as<{
      page: { facts: Record<string, { mark: string }>; version: null; suggestions: unknown[] };
    }>(cast.neighbor, "select public.suggested_changes($1, $2) as page", [service, south]);
    expect(row?.page).toMatchObject({ version: null, is_owner: false });
    await suggest(db, cast.editor, service, {
      organization: cast.organizations.north,
      field: "place",
      value: { address_1: "Elsewhere 9" },
    });
    const [ofPlace] = await suggestionsOf(db, service);
    await expect(decline(db, { person: cast.neighbor, organization: south, suggestion: ofPlace?.id })).rejects.toThrow(
      "not_found",
    );
    await expect(
      accept(db, { person: cast.neighbor, organization: south, suggestion: suggestion?.id, seen: "another" }),
    ).rejects.toThrow("changed_meanwhile");
    await accept(db, {
      person: cast.neighbor,
      organization: south,
      suggestion: suggestion?.id,
      seen: row?.page.facts.phones?.mark ?? "",
    });
    const first = await db.given("select number from public.service_phones where service_id = $1 and position = 0", [
      service,
    ]);
    expect(first).toEqual({ number: "+12135550188" });
  });

  test("over what somebody changed meanwhile is refused, and leaves the suggestion open", async ({ db, cast }) => {
    const service = await serviceNamed(db, "everyone");
    await suggest(db, "visitor", service);
    const [suggestion] = await suggestionsOf(db, service);
    const answer = { person: cast.editor, organization: cast.organizations.north, suggestion: suggestion?.id };
    for (const seen of [(await versionOf(db, service)) - 1, "none", ""]) {
      await expect(accept(db, { ...answer, seen })).rejects.toThrow("changed_meanwhile");
    }
    expect((await suggestionsOf(db, service))[0]?.state).toBe("open");
  });

  test("makes a public address another one by a decision alone", async ({ db, cast }) => {
    const service = await serviceNamed(db, "everyone");
    await suggest(db, "visitor", service, { field: "place", value: { address_1: "New Street 2", city: "Chicago" } });
    const [suggestion] = await suggestionsOf(db, service);
    const answer = async () => ({
      person: cast.editor,
      organization: cast.organizations.north,
      suggestion: suggestion?.id,
      seen: await versionOf(db, service),
    });
    await expect(accept(db, await answer())).rejects.toThrow("publishing_is_a_decision");
    await accept(db, await answer(), true);
    const [page] = await db.as<{ address: string }>(
      "visitor",
      "select public.read_service($1) #>> '{place,locations,0,address_1}' as address",
      [service],
    );
    expect(page?.address).toBe("New Street 2");
  });

  test("forgets the address, but for the letter, and is told by the code", async ({ db, cast }) => {
    await db.given("update private.settings set value = '\"mailbox\"' where name = 'mail'");
    const service = await serviceNamed(db, "everyone");
    const { code } = await suggest(db, "visitor", service, { contact: "Asks@Somewhere.example" });
    const read = async (given: unknown) =>
      (
        await db.as<{ answer: object }>("visitor", "select public.read_suggestion($1, '192.0.2.7', $2) as answer", [
          secret,
          given,
        ])
      )[0]?.answer;
    expect(await read(code)).toMatchObject({ state: "open", service: { name: { en: "everyone" } } });
    const [suggestion] = await suggestionsOf(db, service);
    await decline(db, { person: cast.editor, organization: cast.organizations.north, suggestion: suggestion?.id });
    expect(await read(code)).toMatchObject({ state: "declined" });
    expect((await suggestionsOf(db, service))[0]?.contact).toBe("");
    const unknown = await read("0000-0000-0000");
    expect(unknown).toEqual({ problem: "suggestion_code_unknown", service: null });
    await db.given("update public.service_suggestions set delete_at = now() - interval '1 second'");
    expect(await read(code)).toEqual(unknown);
  });
});
