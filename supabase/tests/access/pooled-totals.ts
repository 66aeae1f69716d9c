import { hidden } from "./mail";
import { each, refused, type TableAccess } from "./outcome";

const nameOfMetric = "(select m.name ->> 'en' from public.pooled_metrics m where m.id = metric_id)";
const ofNorth = { viewer: ["workshops"], member: ["workshops"], editor: ["workshops"], admin: ["workshops"] };
const metricSight = each([], {
  visitor: "42501",
  ...ofNorth,
  neighbor: ["workshops"],
  outsider: ["theirs"],
  both: ["theirs", "workshops"],
});
const north = ["north"];
/** South's number, as long as it has not taken it back. */
const handed = ["for the report"];

/** Who may call what about pooled totals. */
export const pooledCallers: Record<string, ("anon" | "authenticated")[]> = {
  "coalition_totals(text)": ["authenticated"],
  "edit_pooled_metric(uuid,uuid)": ["authenticated"],
  "enter_pooled_number(uuid,uuid,date,text,integer)": ["authenticated"],
  "hand_over_number(uuid,uuid,date,text)": ["authenticated"],
  "make_pooled_metric(uuid,uuid,jsonb)": ["authenticated"],
  "organization_totals(uuid,uuid)": ["authenticated"],
  "revise_pooled_metric(uuid,uuid,integer,jsonb)": ["authenticated"],
  "take_back_number(uuid,uuid)": ["authenticated"],
};

/** Pooled totals: everybody of a coalition sees what is published, and of numbers their own alone. */
export const pooledTotals: Record<string, TableAccess> = {
  "private.pooled_facts": {
    key: "id",
    label: "facts -> 'name' ->> 'en'",
    outcomes: { select: metricSight, insert: refused, update: refused, delete: refused },
  },
  "private.pooled_kept": hidden(),
  "public.pooled_metrics": {
    key: "id",
    label: "name ->> 'en'",
    attempts: {
      insert: `insert into public.pooled_metrics
        (organization_id, coalition_id, name, unit, first_month, last_month, closing_day, time_zone)
        select '{north}', c.id, '{"en": "new"}', '{"en": "people"}', '2026-01-01', '2026-12-01', 5, 'UTC'
        from public.coalitions c where c.slug = 'plan'`,
      update: `update public.pooled_metrics set goal = 2000`,
    },
    outcomes: {
      select: metricSight,
      insert: each([], {
        ...{ visitor: "42501", viewer: "42501", member: "42501", neighbor: "42501", both: "42501" },
        editor: ["new"],
        admin: ["new"],
      }),
      update: each([], {
        visitor: "42501",
        editor: ["workshops"],
        admin: ["workshops"],
        outsider: ["theirs"],
        both: ["theirs"],
      }),
      delete: refused,
    },
  },
  "public.pooled_numbers": {
    key: "concat(organization_id, owner_id, metric_id, month, version)",
    label: "(select o.slug from public.organizations o where o.id = organization_id)",
    attempts: {
      insert: `insert into public.pooled_numbers (organization_id, owner_id, metric_id, month, amount)
        select '{north}', m.organization_id, m.id, m.first_month, 41 from public.pooled_metrics m where m.name ->> 'en' = 'workshops'`,
    },
    outcomes: {
      select: each([], {
        ...{ visitor: "42501", viewer: north, member: north, editor: north, admin: north, both: north },
        neighbor: ["south"],
      }),
      insert: each([], {
        ...{ visitor: "42501", viewer: "42501", member: "42501", neighbor: "42501", both: "42501" },
        editor: north,
        admin: north,
      }),
      update: refused,
      delete: refused,
    },
  },
  "public.pooled_snapshots": {
    key: "concat(organization_id, metric_id, month)",
    label: `concat(${nameOfMetric}, ': ', total)`,
    outcomes: {
      select: each([], {
        visitor: "42501",
        ...Object.fromEntries(
          ["viewer", "member", "editor", "admin", "neighbor"].map((person) => [person, ["workshops: 90"]]),
        ),
        outsider: ["theirs: "],
        both: ["theirs: ", "workshops: 90"],
      }),
      insert: refused,
      update: refused,
      delete: refused,
    },
  },
  "public.pooled_handovers": {
    key: "id",
    label: "purpose",
    outcomes: {
      select: each([], {
        ...{ visitor: "42501", viewer: handed, member: handed, editor: handed, admin: handed, both: handed },
        neighbor: ["for the report", "taken back"],
      }),
      insert: refused,
      update: refused,
      delete: refused,
    },
  },
};
