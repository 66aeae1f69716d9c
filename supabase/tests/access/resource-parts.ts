import { each, gatheringSight, ofNorth, type TableAccess } from "./outcome";

export const service = "(select name ->> 'en' from public.services s where s.id = service_id)";
/** The services of the cast have the audiences of its gatherings. */
export const serviceSight = gatheringSight;
export const writes = each([], {
  visitor: "42501",
  editor: ofNorth,
  admin: ofNorth,
  both: ["theirs"],
  outsider: ["theirs"],
});

/** A part of the card: seen with it, written by editors of its owner. */
const part = (
  table: string,
  { key, columns, values, change }: Record<string, string>,
): Record<string, TableAccess> => ({
  [`public.${table}`]: {
    key: `concat(organization_id, service_id, ${key})`,
    label: service,
    attempts: {
      // Who cannot see the service selects no row to insert.
      insert: `insert into public.${table} (organization_id, service_id, ${columns}) select organization_id, id, ${values}
        from public.services where name ->> 'en' = 'owner' and organization_id = '{north}'`,
      update: `update public.${table} set ${change}`,
      delete: `delete from public.${table}`,
    },
    outcomes: {
      select: serviceSight,
      insert: each([], {
        visitor: "42501",
        viewer: "42501",
        member: "42501",
        both: "42501",
        editor: ["owner"],
        admin: ["owner"],
      }),
      update: writes,
      delete: writes,
    },
  },
});

/** Lists of the card in the matrix. */
export const parts: Record<string, TableAccess> = {
  ...part("service_translations", { key: "language", columns: "language", values: "'es'", change: "stale = true" }),
  ...part("service_phones", {
    key: "position",
    columns: "position, number",
    values: "1, '+12135550101'",
    change: "extension = '7'",
  }),
  ...part("service_schedules", {
    key: "position",
    columns: "position, weekdays, opens_minute, closes_minute",
    values: "1, array[6]::smallint[], 0, 1440",
    change: "weekdays = array[7]::smallint[]",
  }),
  ...part("service_closures", {
    key: "closed_on",
    columns: "closed_on",
    values: "date '2027-07-04'",
    change: "note = '{}'",
  }),
};
