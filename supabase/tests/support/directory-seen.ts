import type { Cast } from "./cast";
import type { Person, TestDatabase } from "./database";
import { answerOf, everyTableSeen } from "./everything-seen";

/** What one could ask about: remembered from before, so that what is gone is asked for again and what is new is not. */
export type Asked = { services: string[]; collections: string[] };

export async function whatToAsk(db: TestDatabase): Promise<Asked> {
  const idsOf = async (table: string) =>
    (await db.catalog<{ id: string }>(`select id from public.${table} order by id`)).map(({ id }) => id);
  return { services: await idsOf("services"), collections: await idsOf("collections") };
}

/**
 * As everythingSeen, of the directory: every column of every table, every way to find and to count, every export, and what each
 * page answers about every service and every collection.
 */
export async function directorySeen(db: TestDatabase, cast: Cast, person: Person, asked?: Asked) {
  const { services, collections } = asked ?? (await whatToAsk(db));
  const seen = await everyTableSeen(db, person);
  const ask = async (page: string, name = page, values: string[] = []) => {
    seen[name] = await answerOf(db, person, `select jsonb_build_array(${page}) as answer`, values);
  };
  const askOfEach = async (page: string, ids: string[], values: string[] = []) => {
    seen[page] = await answerOf(
      db,
      person,
      `select jsonb_object_agg(asked.id, ${page}) as answer from unnest('{${ids}}'::uuid[]) as asked(id)`,
      values,
    );
  };
  for (const page of everybodysPages) await ask(page);
  for (const page of pagesOfServices) await askOfEach(page, services);
  await askOfEach("public.read_collection(asked.id)", collections);
  if (person === "visitor") return seen;
  const { organizations } = cast;
  for (const page of pagesOfOrganizations) await askOfEach(page, Object.values(organizations));
  for (const organization of Object.values(organizations)) {
    await askOfEach(`public.edit_service(asked.id, '${organization}')`, services);
    await askOfEach(`public.collecting(asked.id, '${organization}')`, services);
  }
  const own = await db.catalog<{ id: string }>(
    "select organization_id as id from public.memberships where person_id = $1 order by 1",
    [person.id],
  );
  // These refuse what is not theirs.
  for (const { id } of own) {
    for (const service of services) {
      await ask("public.suggested_changes($1, $2)", `suggested ${id} ${service}`, [service, id]);
      await ask("public.preview_service($1, $2, '{}')", `preview ${id} ${service}`, [service, id]);
    }
    await ask("public.export_services($1, true)", `export ${id}`, [id]);
    await ask("public.export_services($1, false)", `public export ${id}`, [id]);
  }
  return seen;
}

const everybodysPages = [
  ...["typed => 'provider of'", "typed => 'everyone'", "typed => 'zinnia'", "typed => 'provide'", "typed => '도와'"],
  ...[
    "verified => true",
    "open_now => true",
    "cost => 'free'",
    "need => 'legal'",
    "area => 'zinnia'",
    "spoken => 'ko'",
  ],
]
  .map((asked) => `public.find_services(${asked})`)
  .concat(
    ["provider of", "everyone", "zinnia", "owner", "to east"].map((typed) => `public.suggest_services('${typed}')`),
    "public.hsds_services(1, 100, '{}')",
    `public.hsds_services(1, 100, '{"search": "zinnia"}')`,
    "public.hsds_providers(1, 100)",
    "public.hsds_places(1, 100)",
    "public.services_table(array(select s.id from public.services s order by s.id))",
    "private.organizations_open_to_everyone()",
  );
const pagesOfServices = [
  "public.read_service(asked.id)",
  "public.service_truth(asked.id)",
  "public.service_handout(asked.id)",
  "public.suggestion_form(asked.id)",
  "public.services_table(array[asked.id])",
];
const pagesOfOrganizations = [
  "public.organization_services(asked.id)",
  "public.organization_table(asked.id)",
  "public.organization_collections(asked.id)",
  "public.organization_truth(asked.id)",
  "public.new_service(asked.id)",
];
