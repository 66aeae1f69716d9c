import { actions } from "./actions";
import { collections } from "./collections";
import { exchange } from "./exchange";
import { feeds } from "./feeds";
import { imports } from "./imports";
import { layers } from "./layers";
import { hidden, mail } from "./mail";
import { each, gatheringSight, ofNorth, refused, type TableAccess, titleOfGathering } from "./outcome";
import { people } from "./people";
import { resources } from "./resources";
import { series } from "./series";
import { signups } from "./signups";
import { truth } from "./truth";

const named = ["draft", "named", "to east"];
const fellows = ["east", "north", "south"];
const planStandings = ["east in plan", "north in plan", "south in plan"];

const organizationSight = each(["north"], {
  viewer: fellows,
  member: fellows,
  editor: fellows,
  admin: fellows,
  neighbor: fellows,
  outsider: ["far", "north"],
  both: ["east", "far", "north", "south"],
});

/** Table × command × person: the whole of who may do what. docs/access.md is made from it. */
export const matrix: Record<string, TableAccess> = {
  "core.time_zones": {
    key: "name",
    label: "'all of them'",
    outcomes: { select: each(["all of them"]), insert: refused, update: refused, delete: refused },
  },
  "private.demonstration_gatherings": hidden(),
  "private.demonstration_services": hidden(),
  "private.first_links": hidden(),
  "private.role_permissions": hidden(),
  "private.service_keys": hidden(),
  "private.settings": hidden(),
  "private.tally_presses": hidden(),
  "private.gathering_cards": {
    key: "id",
    label: "card -> 'title' ->> 'en'",
    outcomes: { select: gatheringSight, insert: each("no table"), update: each("no table"), delete: each("no table") },
  },
  "private.organization_labels": {
    key: "id",
    label: "slug",
    outcomes: { select: organizationSight, insert: refused, update: refused, delete: refused },
  },
  "public.coalitions": {
    key: "id",
    label: "slug",
    outcomes: {
      select: each(["open"], {
        viewer: ["open", "plan"],
        member: ["open", "plan"],
        editor: ["open", "plan"],
        admin: ["open", "plan"],
        neighbor: ["open", "plan"],
        both: ["open", "plan"],
      }),
      insert: refused,
      update: refused,
      delete: refused,
    },
  },
  "public.organizations": {
    key: "id",
    label: "slug",
    outcomes: { select: organizationSight, insert: refused, update: refused, delete: refused },
  },
  "public.standings": {
    key: "concat(organization_id, coalition_id)",
    label:
      "concat((select slug from public.organizations o where o.id = organization_id), ' in ', (select slug from public.coalitions c where c.id = coalition_id))",
    outcomes: {
      select: each([], {
        visitor: "42501",
        viewer: planStandings,
        member: planStandings,
        editor: planStandings,
        admin: planStandings,
        neighbor: planStandings,
        outsider: ["far in open"],
        both: ["far in open", ...planStandings].sort(),
      }),
      insert: refused,
      update: refused,
      delete: refused,
    },
  },
  "public.gatherings": {
    key: "id",
    label: "title ->> 'en'",
    attempts: {
      insert: `insert into public.gatherings (organization_id, title, starts_local, ends_local, time_zone)
        select o.id, '{"en": "new"}', '2027-01-05 10:00', '2027-01-05 12:00', 'America/Chicago'
        from (values ('{north}'::uuid)) as o(id)`,
      update: `update public.gatherings set area = 'Elsewhere'`,
    },
    outcomes: {
      select: gatheringSight,
      insert: each("42501", { editor: ["new"], admin: ["new"] }),
      // The neighbor's organization co-hosts "coalition" and may edit it.
      update: each([], {
        visitor: "42501",
        editor: ofNorth,
        admin: ofNorth,
        neighbor: ["coalition"],
        both: ["theirs"],
        outsider: ["theirs"],
      }),
      delete: refused,
    },
  },
  "public.shares": {
    key: "concat(organization_id, gathering_id, layer, recipient_id)",
    label: titleOfGathering,
    attempts: {
      insert: `insert into public.shares (organization_id, gathering_id, recipient_id) values ('{north}', '{ours}', '{south}')`,
      delete: "delete from public.shares",
    },
    outcomes: {
      select: each([], {
        visitor: "42501",
        viewer: named,
        member: named,
        editor: named,
        admin: named,
        both: named,
        neighbor: ["named"],
      }),
      // Who cannot see that the two are fellows is told so; who can, finds no gathering of theirs to name it to.
      insert: each("PT422 recipient_not_in_coalition", {
        visitor: "42501",
        viewer: "PT404 not_found",
        member: "PT404 not_found",
        both: "PT404 not_found",
        neighbor: "PT404 not_found",
        editor: ["owner"],
        admin: ["owner"],
      }),
      update: refused,
      delete: each([], { visitor: "42501", editor: named, admin: named }),
    },
  },
  ...exchange,
  ...feeds,
  ...imports,
  ...layers,
  ...series,
  ...resources,
  ...collections,
  ...people,
  ...actions,
  ...truth,
  ...mail,
  ...signups,
};
