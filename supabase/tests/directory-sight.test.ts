import { describe, expect } from "vitest";
import { type PersonName, persons } from "./access/persons";
import { addOrganization, test } from "./support/cast";
import { directorySeen } from "./support/directory-seen";
import { serviceImporter } from "./support/service-imports";
import { suggest, truthOf, verify } from "./support/truth-steps";

const ours: PersonName[] = ["viewer", "member", "editor", "admin", "both"];
const fellow: PersonName[] = [...ours, "neighbor"];
/** Who sees what is for an audience of north's: south is named, and far is no fellow. */
const sight: Record<string, PersonName[]> = {
  owner: ours,
  named: fellow,
  coalition: fellow,
  everyone: [...persons],
  draft: ours,
  "to east": ours,
};
const services = Object.keys(sight);
const mark = (layer: string, name: string) => `Zq${layer}${name.replace(" ", "")}qZ`;

/** What goes on paper, into files and to other programs: less than its reader sees. */
const handedOut = /hsds|handout|_table|read_collection|export/;

describe("Through every list, search, count, export, page and column of the API,", () => {
  for (const person of persons) {
    test(`${person} reads each layer of a service that is theirs to read, and not a word of another`, async ({
      db,
      cast,
    }) => {
      for (const name of services) {
        const of = `(select id from public.services where name ->> 'en' = '${name}')`;
        const says = (layer: string) => `jsonb_build_object('en', '${mark(layer, name)}')`;
        await db.given(`update public.services set description = ${says("card")} where id = ${of}`);
        await db.given(`update public.service_assurances set note = ${says("papers")} where service_id = ${of}`);
        await db.given(`update public.service_notes set body = '${mark("notes", name)}' where service_id = ${of}`);
        await db.given(`update public.locations set address_1 = '${mark("place", name)}' where name = '${name}'`);
      }
      const seen = await directorySeen(db, cast, cast[person]);
      const places = (mark_: string) => Object.keys(seen).filter((page) => seen[page]?.includes(mark_));
      for (const name of services) {
        const sees = sight[name]?.includes(person);
        expect(places(mark("card", name)).length > 0, `the card of ${name}`).toBe(sees);
        expect(places(mark("place", name)).length > 0, `the place of ${name}`).toBe(sees);
        // What a service said about papers is for the coalition at most.
        const seesPapers = sees && fellow.includes(person);
        expect(places(mark("papers", name)).length > 0, `the papers of ${name}`).toBe(seesPapers);
        expect(places(mark("notes", name)).length > 0, `the notes of ${name}`).toBe(ours.includes(person));

        const outside = (layer: string) => places(mark(layer, name)).filter((page) => handedOut.test(page));
        expect([outside("papers"), outside("notes")], `handed out of ${name}`).toEqual([[], []]);
        if (name === "everyone") continue;
        // An organization's own people alone take their whole list along, places included.
        expect(outside("place").filter((page) => !page.startsWith(`export ${cast.organizations.north}`))).toEqual([]);
        expect(places(mark("card", name)).filter((page) => /hsds|public export/.test(page))).toEqual([]);
      }
    });
  }
});

test("nobody learns by its number of an organization that is in none of their coalitions", async ({ db, cast }) => {
  const { south, east } = cast.organizations;
  const [{ id } = { id: "" }] = await db.catalog<{ id: string }>(
    "select id from public.services where name ->> 'en' = 'everyone'",
  );
  await verify(db, cast.neighbor, id, south);
  await suggest(db, cast.neighbor, id, { organization: south }).catch(() => {});
  await db.given(
    `insert into public.service_stewards (organization_id, service_id, steward_id)
     select organization_id, id, $1 from public.services where id = $2`,
    [south, id],
  );
  for (const person of ["visitor", "stranger", "outsider", "removed"] as const) {
    const seen = await directorySeen(db, cast, cast[person]);
    const said = Object.keys(seen).filter((page) => {
      // Whom the reader's own questions name is no answer.
      const answer = page.includes("asked.id") ? seen[page]?.replace(/"[0-9a-f-]{36}":(null|\[\])/g, "") : seen[page];
      return answer?.includes(south) || answer?.includes(east);
    });
    expect(said, person).toEqual([]);
  }
  expect(await truthOf(db, cast.editor, id)).toMatchObject({
    verifications: expect.arrayContaining([
      expect.objectContaining({ organization: expect.objectContaining({ slug: "south" }) }),
    ]),
  });
});

test("a steward reads no suggestion of an organization that it may not know", async ({ db, cast }) => {
  const { north, south } = cast.organizations;
  const elsewhere = await db.given<{ id: string }>(
    "insert into public.coalitions (slug, display_name) values ('elsewhere', 'Elsewhere') returning id",
  );
  const stranger = await addOrganization(db, "elsewhere", elsewhere.id);
  await db.given("insert into public.standings (organization_id, coalition_id, kind) values ($1, $2, 'core')", [
    ...[north, elsewhere.id],
  ]);
  const suggestedBy = (organization: string) =>
    db.given(
      `insert into public.service_suggestions (organization_id, service_id, field, value, suggester_id, language)
       select organization_id, id, 'cost', '"free"', $1, 'en' from public.services where name ->> 'en' = 'coalition'`,
      [organization],
    );
  await suggestedBy(stranger);
  await suggestedBy(cast.organizations.east);
  const read = async (person: "neighbor" | "editor") =>
    (
      await db.as<{ suggester_id: string | null }>(
        cast[person],
        "select suggester_id from public.service_suggestions where field = 'cost'",
      )
    ).map(({ suggester_id }) => suggester_id);
  expect(await read("neighbor")).toEqual([cast.organizations.east]);
  expect(new Set(await read("editor"))).toEqual(new Set([stranger, cast.organizations.east]));
  expect(south).not.toBe(stranger);
});

test("no other organization puts its own word in the place of somebody's public listing", async ({ db, cast }) => {
  const { far, north } = cast.organizations;
  const [listing] = await db.catalog<{ id: string; hsds_id: string; place: string; provider: string }>(
    `select s.id, s.hsds_id, a.hsds_id as place, p.hsds_id as provider from public.services s
     join public.service_at_locations a on a.service_id = s.id join public.providers p on p.id = s.provider_id
     where s.name ->> 'en' = 'everyone'`,
  );
  if (!listing) throw new Error("Nothing is listed for everyone.");
  const ask = async (call: string, id: string) =>
    JSON.stringify((await db.as("visitor", `select public.${call} as answer`, [id]))[0]?.answer);
  await db.given(
    `insert into public.services (organization_id, name, source_language, time_zone, audience)
     values ($1, '{"en": "Given by themselves"}', 'en', 'UTC', 'everyone')`,
    [north],
  );
  const asked = [
    ["hsds_service($1)", listing.hsds_id],
    ["hsds_places(1, 10, $1)", listing.place],
    ["hsds_providers(1, 10, $1)", listing.provider],
    ["hsds_providers(1, 10, $1)", north],
  ] as const;
  const before = [];
  for (const [call, id] of asked) before.push(await ask(call, id));

  await db.given("update public.services set shared_at = shared_at - interval '1 day' where audience = 'everyone'");
  // First in every alphabet, and made sure of a moment ago.
  for (const [number, provider] of [listing.provider, north].entries()) {
    const [made] = await db.as<{ id: string }>(
      cast.outsider,
      `insert into public.providers (organization_id, hsds_id, name, website) values ($1, $2, '{"en": "A"}', 'https://else.example') returning id`,
      [far, provider],
    );
    const [copy] = await db.as<{ id: string }>(
      cast.outsider,
      `insert into public.services (organization_id, hsds_id, provider_id, name, source_language, time_zone, audience)
       values ($1, $2, $3, '{"en": "A"}', 'en', 'UTC', 'everyone') returning id`,
      [far, number === 0 ? listing.hsds_id : crypto.randomUUID(), made?.id],
    );
    await verify(db, cast.outsider, String(copy?.id), far, "owner");
    if (number > 0) continue;
    await db.given(
      `with l as (insert into public.locations (organization_id, address_1) values ($1, 'Elsewhere') returning id)
       insert into public.service_at_locations (organization_id, service_id, location_id, hsds_id, audience)
       select $1, $2, l.id, $3, 'everyone' from l`,
      [far, copy?.id, listing.place],
    );
  }
  for (const [at, [call, id]] of asked.entries()) expect(await ask(call, id), `${call} ${id}`).toBe(before[at]);
});

test("a file that moves a service of ours alone does not move the public one that is given at the same place", async ({
  db,
  cast,
}) => {
  const { read, take } = serviceImporter(db, cast.editor, cast.organizations.north);
  const shared = "99999999-9999-4999-8999-999999999999";
  const place = (number: number, street: string) => ({
    ...{ hsds_id: `${`${number}`.repeat(8)}-1111-4111-8111-111111111111`, location_hsds_id: shared, name: "Door" },
    ...{ address_1: street, address_2: "", city: "", region: "", postal_code: "", country: "US" },
    ...{ latitude: null, longitude: null, accessibility: [], directions: {} },
  });
  const uids = ["44444444-4444-4444-8444-444444444444", "55555555-5555-4555-8555-555555555555"];
  const file = (street: string) =>
    uids.map((uid, at) => ({
      uid,
      content: {
        ...{ name: { en: `Zinnia ${at}` }, source_language: "en" },
        places: [place(at + 4, at === 0 ? street : "1 Open Way")],
      },
    }));
  await take(await read(file("1 Open Way")), { audience: "everyone" });
  await db.given(
    `update public.service_at_locations set audience = 'everyone'
     where service_id = (select id from public.services where hsds_id = $1)`,
    [uids[1]],
  );
  await take(await read(file("2 Hidden Way"), "again.json"), { audience: "everyone" });
  expect(await db.as("visitor", "select address_1 from public.locations where hsds_id = $1", [shared])).toEqual([
    { address_1: "1 Open Way" },
  ]);
});
