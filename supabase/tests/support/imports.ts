import type { Person, TestDatabase } from "./database";

type Entry = Record<string, unknown>;

const file = { kind: "file", name: "Our week", url: "", zone: "America/Los_Angeles", charset: "utf-8" };
export const clinic: Entry = {
  ...{ place: 1, line: 5, uid: "clinic@calendar.example", recurrence: null, zone: null },
  ...{ title: { en: "Clinic" }, description: { en: "Bring papers." }, address: "Zinnia Street 1", online_url: "" },
  starts: { wall: "2031-03-01T10:00:00", zone: null },
  ends: { wall: "2031-03-01T12:00:00", zone: null },
};
export const workshop: Entry = {
  ...clinic,
  place: 2,
  line: 20,
  uid: "workshop@calendar.example",
  title: { ko: "배움터" },
};

type Laying = { days: string[]; hour?: string; rule?: string; excepted?: string[] };
/** A choir on days of March 2031, as the reader of a calendar lays it out. */
export function laid({ days, hour = "10:00", rule = "FREQ=WEEKLY;COUNT=4;BYDAY=SA", excepted = [] }: Laying) {
  const at = (day: string) => `2031-03-${day}T${hour}:00`;
  const occurrences = days.map(at);
  const kept = { rule, excepted: excepted.map(at), added: [] };
  return {
    ...clinic,
    ...{ uid: "choir@calendar.example", title: { en: "Choir" } },
    starts: { wall: occurrences[0], zone: null },
    ends: {
      wall: `${occurrences[0]?.slice(0, 11)}${Number(hour.slice(0, 2)) + 2}${hour.slice(2)}:00`.replace(
        /T(\d):/,
        "T0$1:",
      ),
      zone: null,
    },
    repeats: { ...kept, starts_local: occurrences[0] },
    series: { ...kept, occurrences, expanded_until: "2033-03-01T00:00:00", finished: true },
  };
}
export const choir = laid({ days: ["01", "08", "15", "22"] });

type Preview = {
  entries: {
    place: number;
    state: string;
    when: Record<string, unknown>;
    fields: { name: string; conflict: boolean }[];
    instead_of: string | null;
    series: { rule: string; dates: number; first: string } | null;
    is_seen: boolean;
  }[];
  unchanged: number;
  gone: { id: string; is_deleted: boolean; dates: number }[];
  set_aside: { line: number; title: string; reason: string }[];
};

type Choice = { theirs?: number[]; gone?: string[]; reason?: string };

/** One person who imports for one organization. */
export function importer(db: TestDatabase, person: Person, organization: string) {
  const ask = async <T>(call: string, values: unknown[]) =>
    ((await db.as(person, `select public.${call} as answer`, [organization, ...values]))[0] as { answer: T }).answer;
  return {
    async read(entries: Entry[], source: Entry = file) {
      return (await ask<{ id: string }>("draft_import($1, $2, $3)", [source, entries])).id;
    },
    preview: (id: string) => ask<Preview>("read_import($1, $2)", [id]),
    take: (id: string, taken: number[], { theirs = [], gone = [], reason = "Cancelled there" }: Choice = {}) =>
      ask<Record<string, { count: number; first: string }>>("import_events($1, $2, $3, $4, $5, $6)", [
        id,
        `{${taken}}`,
        `{${theirs}}`,
        `{${gone}}`,
        reason,
      ]),
  };
}

/** A calendar that each of two organizations has imported from, with one entry, and one that waits to be imported. */
export async function addImports(db: TestDatabase, { north, far }: { north: string; far: string }) {
  const both = [`{${north},${far}}`];
  await db.given(
    `insert into public.import_sources (organization_id, kind, name, url)
     select id, 'address', concat('calendar of ', slug), 'https://calendar.example/secret.ics' from public.organizations where id = any ($1::uuid[])`,
    both,
  );
  await db.given(
    `insert into public.imported_events (organization_id, uid, source_id, gathering_id, content)
     select s.organization_id, 'entry@calendar.example', s.id, g.id, '{}' from public.import_sources s
     join public.gatherings g on g.organization_id = s.organization_id and g.title ->> 'en' in ('owner', 'theirs')`,
  );
  await db.given(
    `insert into public.import_drafts (organization_id, id, source)
     select id, gen_random_uuid(), jsonb_build_object('name', concat('draft of ', slug)) from public.organizations where id = any ($1::uuid[])`,
    both,
  );
  await db.given(
    `insert into public.import_entries (organization_id, draft_id, place, line, uid, title, reason)
     select organization_id, id, 1, 1, '', source ->> 'name', 'unreadable' from public.import_drafts`,
  );
}
