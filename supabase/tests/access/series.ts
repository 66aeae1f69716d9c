import { each, type TableAccess } from "./outcome";

const ofNorth = ["FREQ=DAILY", "FREQ=WEEKLY"];
const editors = { editor: ofNorth, admin: ofNorth };

/** How gatherings repeat: seen with any of their occurrences, changed by editors. */
export const series: Record<string, TableAccess> = {
  "public.gathering_series": {
    key: "id",
    label: "rule",
    attempts: {
      insert: `insert into public.gathering_series (organization_id, rule, starts_local, ends_local, time_zone, expanded_until)
        values ('{north}', 'FREQ=YEARLY', '2030-01-05 10:00', '2030-01-05 12:00', 'America/Chicago', '2030-01-05 10:00')`,
      update: "update public.gathering_series set finished = true",
      delete: `with alone as (update public.gatherings set series_id = null, recurrence_local = null
          where organization_id = '{north}' and series_id is not null returning id)
        delete from public.gathering_series where (select count(*) from alone) >= 0`,
    },
    outcomes: {
      select: each([], {
        viewer: ofNorth,
        member: ofNorth,
        editor: ofNorth,
        admin: ofNorth,
        both: ofNorth,
        neighbor: ["FREQ=WEEKLY"],
      }),
      insert: each("42501", { editor: ["FREQ=YEARLY"], admin: ["FREQ=YEARLY"] }),
      update: each([], { visitor: "42501", ...editors }),
      delete: each([], { visitor: "42501", ...editors }),
    },
  },
};
