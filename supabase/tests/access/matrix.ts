import { actions } from "./actions";
import { collections } from "./collections";
import { exchange } from "./exchange";
import { feeds } from "./feeds";
import { imports } from "./imports";
import { layers } from "./layers";
import { hidden, mail } from "./mail";
import { each, gatheringSight, ofNorth, refused, type TableAccess, titleOfGathering } from "./outcome";
import { resources } from "./resources";
import { series } from "./series";
import { signups } from "./signups";
import { truth } from "./truth";

const named = ["draft", "named", "to east"];
const everyMemberOfNorth = ["admin", "both", "editor", "member", "signedOut", "viewer"];
const inNorth = everyMemberOfNorth.map((name) => `${name} in north`);
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
  "public.people": {
    key: "id",
    label: "display_name",
    attempts: { update: "update public.people set time_zone = 'Asia/Seoul'" },
    outcomes: {
      select: each([], {
        visitor: "42501",
        stranger: ["stranger"],
        viewer: ["viewer"],
        member: everyMemberOfNorth,
        editor: everyMemberOfNorth,
        admin: everyMemberOfNorth,
        neighbor: ["neighbor"],
        outsider: ["both", "outsider"],
        both: ["both", "outsider"],
        removed: ["removed"],
      }),
      insert: refused,
      update: each([], {
        visitor: "42501",
        stranger: ["stranger"],
        viewer: ["viewer"],
        member: ["member"],
        editor: ["editor"],
        admin: ["admin"],
        neighbor: ["neighbor"],
        outsider: ["outsider"],
        both: ["both"],
        removed: ["removed"],
      }),
      delete: refused,
    },
  },
  "public.memberships": {
    key: "concat(organization_id, person_id)",
    label:
      "concat((select display_name from public.people p where p.id = person_id), ' in ', (select slug from public.organizations o where o.id = organization_id))",
    attempts: {
      // Nobody changes their own role.
      update:
        "update public.memberships set role = case role when 'viewer' then 'member' else 'viewer' end::public.member_role where person_id <> private.my_person() and role <> 'admin'",
      delete: "delete from public.memberships where role <> 'admin'",
    },
    outcomes: {
      select: each([], {
        visitor: "42501",
        viewer: ["viewer in north"],
        member: inNorth,
        editor: inNorth,
        admin: inNorth,
        neighbor: ["neighbor in south"],
        outsider: ["both in far", "outsider in far"],
        both: ["both in far", "both in north", "outsider in far"],
      }),
      insert: refused,
      update: each([], {
        visitor: "42501",
        admin: ["both in north", "editor in north", "member in north", "viewer in north"],
        outsider: ["both in far"],
      }),
      // Everybody leaves by themselves; admins, who stay, remove others.
      delete: each([], {
        visitor: "42501",
        viewer: ["viewer in north"],
        member: ["member in north"],
        editor: ["editor in north"],
        admin: ["both in north", "editor in north", "member in north", "viewer in north"],
        outsider: ["both in far"],
        both: ["both in far", "both in north"],
      }),
    },
  },
  "public.invitations": {
    key: "concat(organization_id, id)",
    label: "concat(email, ' to ', (select slug from public.organizations o where o.id = organization_id))",
    outcomes: {
      select: each([], {
        visitor: "42501",
        admin: ["guest@cast.example to north"],
        outsider: ["guest@cast.example to far"],
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
  ...actions,
  ...truth,
  ...mail,
  ...signups,
};
