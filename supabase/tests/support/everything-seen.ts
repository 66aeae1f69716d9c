import type { Cast } from "./cast";
import type { Person, TestDatabase } from "./database";

/** Every column that a person may read of every table of the API, and what each page answers about every gathering. */
export async function everythingSeen(db: TestDatabase, { organizations }: Cast, person: Person) {
  const seen = await everyTableSeen(db, person);
  const gatherings = await db.catalog<{ id: string }>("select id from public.gatherings order by id");
  const ask = async (name: string, pages: string[], ...values: string[]) => {
    seen[name] = await answerOf(db, person, `select jsonb_build_array(${pages}) as answer`, values);
  };
  await ask("pages", everybodysPages);
  for (const { id } of gatherings) await ask(id, pagesOfGatherings, id);
  for (const { id } of await db.catalog<{ id: string }>("select id from public.campaigns order by id")) {
    await ask(`campaign ${id}`, ["public.read_campaign($1)"], id);
  }
  if (person === "visitor") return seen;
  await ask("plan", [
    "public.plan_board('plan')",
    "public.plan_board('open')",
    "public.plan_meeting('plan', current_date - 90)",
  ]);
  const items = await db.catalog<{ id: string }>("select id from public.action_items order by id");
  await ask("items", [
    "public.coalition_items('plan')",
    "public.coalition_items('plan', '{}', true)",
    "public.read_items_due()",
    "public.read_signatures_asked()",
  ]);
  for (const { id } of items) await ask(`item ${id}`, ["public.read_item($1)"], id);
  await ask("totals", ["public.coalition_totals('plan')", "public.coalition_totals('open')"]);
  for (const [name, organization] of Object.entries(organizations)) {
    await ask(name, pagesOfOrganizations, organization);
    for (const { id } of gatherings) {
      await ask(`${name} ${id}`, pagesOfHosts, id, organization);
      // Refuses who has nothing to do with it.
      await ask(`${name} people ${id}`, ["public.gathering_signups($1, $2)"], id, organization);
    }
  }
  return seen;
}

/** Every column that a person may read of every row of every table of the API. */
export async function everyTableSeen(db: TestDatabase, person: Person) {
  const seen: Record<string, string> = {};
  const role = person === "visitor" ? "anon" : "authenticated";
  const tables = await db.catalog<{ name: string; columns: string }>(
    `select c.oid::regclass::text as name, string_agg(format('t.%I', a.attname), ', ' order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
       and has_column_privilege($1, c.oid, a.attnum, 'select')
     group by c.oid order by 1`,
    [role],
  );
  for (const { name, columns } of tables) {
    seen[name] = await answerOf(
      db,
      person,
      `select coalesce(jsonb_agg(r.row order by r.row::text), '[]') as answer
       from (select to_jsonb(x) as row from (select ${columns} from ${name} t) x) r`,
    );
  }
  return seen;
}

const everybodysPages = [
  "public.front_page()",
  "public.calendars_to_subscribe()",
  "public.open_feed()",
  "public.open_feed(null, 'north')",
  "public.open_feed('open')",
  "public.open_feed('plan')",
];
const pagesOfGatherings = [
  "public.read_gathering($1)",
  "public.gathering_feed($1)",
  ...["north", "south", "east", "far"].map((slug) => `public.signup_form($1, '${slug}')`),
];
const pagesOfOrganizations = [
  "public.organization_home($1)",
  "public.organization_hostings($1)",
  "public.organization_totals($1)",
  "public.organization_items($1)",
  "public.new_item($1)",
  "public.organization_campaigns($1)",
  "public.organization_calendar($1, current_date, current_date + 30)",
  `public.find_clashes($1, null, jsonb_build_object('time_zone', 'America/Chicago', 'times', jsonb_build_array(
    jsonb_build_object('starts_local', (current_date + 5) + time '00:00', 'ends_local', (current_date + 6) + time '23:00'))))`,
];
const pagesOfHosts = [
  "public.volunteer_page($1, $2)",
  "public.gathering_hosts($1, $2)",
  "public.read_hosting($1, $2)",
  "public.edit_shared_gathering($1, $2)",
  "public.gathering_history($1, $2)",
  // Says at what moment it was asked.
  "public.tally_page($2, $1) #- '{tally,at}'",
];

/** What one statement answers a person, or how it refuses them as absent or not theirs. */
export async function answerOf(db: TestDatabase, person: Person, sql: string, values: unknown[] = []): Promise<string> {
  try {
    const [row] = await db.as<{ answer: unknown }>(person, sql, values);
    return JSON.stringify(row?.answer ?? null);
  } catch (error) {
    const { code, message, detail } = error as Record<string, unknown>;
    if (code !== "PT404" && code !== "PT403") throw error;
    return JSON.stringify([code, message, detail]);
  }
}
