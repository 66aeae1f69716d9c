import { expect } from "vitest";
import type { PersonName } from "./access/persons";
import { type Cast, test } from "./support/cast";
import type { TestDatabase } from "./support/database";
import {
  answered,
  assured,
  collection,
  listed,
  listedAs,
  north,
  onlyOurs,
  place,
  placeOfEveryones,
  revised,
  service,
  south,
  suggested,
  toEast,
} from "./support/directory-deeds";
import { directorySeen, whatToAsk } from "./support/directory-seen";
import { serviceImporter } from "./support/service-imports";

type Deed = {
  /** What is so before, told by the owner of the database. */
  given?: string[];
  does: string | ((db: TestDatabase, cast: Cast) => Promise<unknown>);
  by?: PersonName;
  /** Who reads nothing otherwise: everybody elsewhere, unless it is for some of them. */
  readers?: PersonName[];
};
const elsewhere: PersonName[] = ["visitor", "stranger", "outsider", "neighbor"];
const besidesTheCoalition: PersonName[] = ["visitor", "stranger", "outsider", "removed"];
const besidesSouth: PersonName[] = ["visitor", "stranger", "outsider", "editor"];

/** What somebody does in the directory where nobody else may see it. */
const unseen: Record<string, Deed> = {
  "an editor notes something about a service that others see": { does: revised("everyone", `'{"notes": "Zinnia"}'`) },
  "an editor renames what is theirs alone": { does: revised("owner", `'{"name": {"en": "Zinnia"}}'`) },
  "an editor rewrites what is theirs alone": {
    does: revised(
      "owner",
      `'{"phones": [{"number": "211"}], "terms": ["legal"], "area_served": ["Zinnia"], "cost": "free", "staff_languages": ["ko"]}'`,
    ),
  },
  "an editor rewrites a draft": {
    does: revised("draft", `'{"name": {"en": "Zinnia"}, "terms": ["legal"], "closures": []}'`),
  },
  "an editor rewrites what only another organization sees": {
    does: revised("to east", `'{"name": {"en": "Zinnia"}, "state": "paused"}'`),
  },
  "an editor takes back what only another organization saw": {
    does: revised("to east", `'{"audience": "owner"}'`),
  },
  "an editor names to one organization what was theirs alone": {
    does: revised("owner", `jsonb_build_object('audience', 'named' ${toEast})`),
  },
  "an editor closes what is theirs alone": { does: revised("owner", `'{"state": "closed"}'`) },
  "an editor deletes what is theirs alone": {
    does: `select public.discard_service(s.id, ${north}, private.service_version_of(s.id)) from public.services s where s.id = ${service("owner")}`,
  },
  "an editor lists something for themselves": {
    does: listed(
      "north",
      `'{"name": {"en": "Zinnia"}, "terms": ["legal"], "area_served": ["Zinnia"], "cost": "free"}'`,
    ),
  },
  "an editor lists for themselves what the giver of a public service gives": {
    does: listed("north", `'{"name": {"en": "Zinnia"}, "provider": {"name": {"en": "provider of everyone"}}}'`),
  },
  "an editor says for themselves what else there is to say of the giver of a public service": {
    does: listed(
      "north",
      `'{"name": {"en": "Zinnia"}, "provider": {"name": {"en": "provider of everyone"}, "aliases": ["Zinnia"], "website": "https://zinnia.example"}}'`,
    ),
  },
  "an editor writes into a draft who gives it, as a public service's giver is called": {
    does: revised(
      "draft",
      `'{"audience": "everyone", "provider": {"name": {"en": "provider of everyone"}, "aliases": ["Zinnia"]}}'`,
    ),
  },
  "an editor renames who gives what is theirs alone": {
    does: `update public.providers set name = '{"en": "Zinnia"}', aliases = '{Zinnia}' where name ->> 'en' = 'provider of owner'`,
  },
  "an editor moves a place that is theirs alone, of a public service": {
    given: placeOfEveryones("owner"),
    does: revised("everyone", place("owner")),
  },
  "an editor tells one organization where a public service is": {
    given: placeOfEveryones("owner"),
    does: revised("everyone", place("named", toEast)),
  },
  "an editor moves a place that only one organization knows": {
    given: placeOfEveryones("named"),
    does: revised("everyone", place("named", toEast)),
  },
  "an editor takes away a place that only one organization knows": {
    given: placeOfEveryones("named"),
    does: revised("everyone", `'{"place": null}'`),
  },
  "an editor adds coordinates to a place that is theirs alone": {
    given: placeOfEveryones("owner"),
    does: `update public.locations set latitude = 41, longitude = -87, directions = '{"en": "Zinnia"}' where name = 'everyone'`,
  },
  "an editor tells the coalition where a public service is": {
    given: placeOfEveryones("owner"),
    does: revised(
      "everyone",
      place("coalition", `, 'coalition_id', (select id from public.coalitions where slug = 'plan')`),
    ),
    readers: besidesTheCoalition,
  },
  "an editor rewrites what a public service said about papers, for themselves": {
    given: onlyOurs,
    does: revised("everyone", assured(`, 'audience', 'owner'`)),
  },
  "an editor tells one organization what a public service said about papers": {
    given: onlyOurs,
    does: revised("everyone", assured(`, 'audience', 'named' ${toEast}`)),
  },
  "an editor takes away what a public service said about papers, for themselves": {
    given: onlyOurs,
    does: revised("everyone", `'{"assurance": null}'`),
  },
  "an editor tells the coalition what a public service said about papers": {
    given: onlyOurs,
    does: revised("everyone", assured()),
    readers: besidesTheCoalition,
  },
  "an editor makes sure of what is theirs alone": {
    does: `select public.verify_service(${service("owner")}, ${north}, 'visit')`,
  },
  "an editor makes sure of what only another organization sees": {
    does: `select public.verify_service(${service("to east")}, ${north}, 'visit')`,
  },
  "an editor settles what another source says of what is theirs alone": {
    does: `select public.settle_disagreement(${service("owner")}, ${north}, 'phones', 'A list', false, null)`,
  },
  "another source says otherwise of what everyone sees": {
    does: `select private.note_disagreement(${north}, ${service("everyone")}, 'cost', '"free"', '"paid"', 'Zinnia list')`,
    readers: besidesTheCoalition,
  },
  "somebody suggests something about what is theirs alone": { does: suggested("owner", ""), by: undefined },
  "somebody suggests something about what everyone sees": { does: suggested("everyone", "asks@cast.example") },
  "an editor accepts what somebody suggested about what is theirs alone": {
    given: [suggested("owner", "asks@cast.example")],
    does: answered(`accept_suggestion(s.id, ${north}, private.service_version_of(s.service_id)::text, false)`, "owner"),
  },
  "an editor declines what anybody suggested": { does: answered(`decline_suggestion(s.id, ${north})`, "everyone") },
  "an editor renames a collection that is theirs alone": {
    does: `select public.revise_collection(c.id, ${north}, private.collection_version_of(c.id), '{"name": {"en": "Zinnia"}}')
      from public.collections c where c.id = ${collection("owner")}`,
  },
  "an editor collects what is theirs alone into what everyone sees": {
    does: `select public.collect_service(${collection("everyone")}, ${north}, ${service("to east")}, 'Zinnia')`,
  },
  "an editor notes something beside what others do not see of a collection": {
    does: `select public.collect_service(${collection("everyone")}, ${north}, ${service("owner")}, 'Zinnia')`,
  },
  "an editor moves up what others do not see of a collection": {
    does: `select public.move_entry(${collection("coalition")}, ${north}, ${service("owner")}, 'up')`,
    readers: ["visitor", "stranger", "outsider", "neighbor"],
  },
  "an editor moves down what others do not see of a collection": {
    does: `select public.move_entry(${collection("coalition")}, ${north}, ${service("owner")}, 'down')`,
  },
  "an editor moves what others see past what they do not see": {
    does: `select public.move_entry(${collection("coalition")}, ${north}, ${service("coalition")}, 'down')`,
  },
  "an editor takes out of a collection what others do not see of it": {
    does: `select public.remove_entry(${collection("everyone")}, ${north}, ${service("owner")})`,
  },
  "an editor reads a file": {
    does: `select public.draft_service_import(${north}, '{"name": "Zinnia"}',
      '[{"place": 1, "row_number": 2, "uid": "11111111-1111-4111-8111-111111111111", "title": "Zinnia", "content": {"name": {"en": "Zinnia"}}}]')`,
  },
  "an editor takes in, for themselves, what others list, and undoes it": {
    does: async (db, cast) => {
      const { read, take, undo } = serviceImporter(db, cast.editor, cast.organizations.north);
      const rows = await listedAs(db, "theirs");
      const id = await read(rows.map(({ uid }) => ({ uid, content: { name: { en: "Zinnia" } } })));
      expect((await take(id)).result).toMatchObject({ made: 1 });
      return undo(id);
    },
  },
  "a file changes what is theirs alone": {
    does: async (db, cast) => {
      const { read, take } = serviceImporter(db, cast.editor, cast.organizations.north);
      const rows = await listedAs(db, "owner");
      const id = await read(rows.map(({ uid }) => ({ uid, content: { cost: "free", area_served: ["Zinnia"] } })));
      expect((await take(id, { theirs: [1] })).result).toMatchObject({ changed: 1 });
    },
  },
  "another organization takes in for itself what everyone sees": {
    by: "neighbor",
    does: async (db, cast) => {
      const { read, take } = serviceImporter(db, cast.neighbor, cast.organizations.south);
      const rows = await listedAs(db, "everyone");
      const id = await read(rows.map(({ uid }) => ({ uid, content: { name: { en: "Zinnia" } } })));
      expect((await take(id)).result).toMatchObject({ made: 1 });
    },
    readers: besidesSouth,
  },
  "another organization collects for itself what it sees of ours": {
    by: "neighbor",
    does: async (db, cast) => {
      const [made] = await db.as<{ made: { id: string } }>(
        cast.neighbor,
        `select public.make_collection(${south}, gen_random_uuid(), '{"name": {"en": "Zinnia"}}') as made`,
      );
      await db.as(cast.neighbor, `select public.collect_service($1, ${south}, ${service("coalition")}, 'Zinnia')`, [
        made?.made.id,
      ]);
    },
    readers: besidesSouth,
  },
  "another organization lists something for itself": {
    by: "neighbor",
    does: listed("south", `'{"name": {"en": "Zinnia"}, "provider": {"name": {"en": "provider of everyone"}}}'`),
    readers: besidesSouth,
  },
};

for (const [deed, { given = [], does, by = "editor", readers = elsewhere }] of Object.entries(unseen)) {
  test(`when ${deed}, nobody who may not see it reads anything otherwise`, async ({ db, cast }) => {
    for (const sql of given) await db.given(sql);
    const asked = await whatToAsk(db);
    const before = new Map<PersonName, Record<string, string>>();
    for (const reader of readers) before.set(reader, await directorySeen(db, cast, cast[reader], asked));
    if (typeof does !== "string") await does(db, cast);
    else if (does.startsWith("insert into public.service_suggestions")) await db.given(does);
    else expect(await db.as(cast[by], does)).toHaveLength(does.startsWith("update") ? 0 : 1);
    for (const reader of readers) {
      const was = before.get(reader) ?? {};
      const is = await directorySeen(db, cast, cast[reader], asked);
      for (const name of new Set([...Object.keys(was), ...Object.keys(is)])) {
        expect(is[name], `${reader}: ${name}`).toBe(was[name]);
      }
    }
  });
}
