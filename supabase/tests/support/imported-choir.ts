import type { Cast } from "./cast";
import type { TestDatabase } from "./database";
import { choir, importer } from "./imports";

export const ofNorth = (db: TestDatabase, cast: Cast) => importer(db, cast.editor, cast.organizations.north);

export const choirDates = (db: TestDatabase) =>
  db.catalog<{ starts: string; title: string; state: string; audience: string; singled_out: boolean }>(
    `select to_char(g.starts_local, 'MM-DD HH24:MI') as starts, g.title ->> 'en' as title, g.state, g.audience, g.singled_out
     from public.gatherings g join public.organizations o on o.id = g.organization_id
     where o.slug = 'north' and g.title ->> 'en' like 'Choir%' order by g.starts_local`,
  );

export const choirStarts = async (db: TestDatabase) => (await choirDates(db)).map((date) => date.starts);

export const publishChoir = (db: TestDatabase) =>
  db.given(
    `with made as (update public.gatherings set state = 'scheduled', audience = 'everyone' where title ->> 'en' = 'Choir' returning 1)
     select count(*) from made`,
  );

/** One of its dates, moved to another day and renamed. */
export const movedChoir = {
  ...choir,
  ...{ place: 2, line: 20, title: { en: "Choir outdoors" }, repeats: undefined, series: undefined },
  recurrence: { wall: "2031-03-08T10:00:00", zone: null, of: null },
  starts: { wall: "2031-03-09T14:00:00", zone: null },
  ends: { wall: "2031-03-09T16:00:00", zone: null },
};
