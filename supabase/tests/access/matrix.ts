import { type PersonName, persons } from "./persons";

/** Refused by a missing grant, nothing that could be written (a view of two tables), refused by name, or the labels of the rows that the command reached. None means: no error and no row. */
export type Outcome = "42501" | "no table" | `PT${number} ${string}` | string[];
export type Command = "select" | "insert" | "update" | "delete";
export type TableAccess = {
  /** Tells a row from the others by columns that its readers may select. */
  key: string;
  /** What the row is called below. Evaluated by the owner. */
  label: string;
  /** What is tried where the API has a grant; elsewhere any statement is refused alike. */
  attempts?: Partial<Record<Exclude<Command, "select">, string>>;
  outcomes: Record<Command, Record<PersonName, Outcome>>;
};

/** For everybody the same, but for those who are named. */
function each(usual: Outcome, special: Partial<Record<PersonName, Outcome>> = {}): Record<PersonName, Outcome> {
  return Object.fromEntries(persons.map((person) => [person, special[person] ?? usual])) as Record<PersonName, Outcome>;
}

const refused = each("42501");
const ofNorth = ["coalition", "draft", "everyone", "named", "owner", "to east"];
const named = ["draft", "named", "to east"];
const everyMemberOfNorth = ["admin", "both", "editor", "member", "signedOut", "viewer"];
const inNorth = everyMemberOfNorth.map((name) => `${name} in north`);
const fellows = ["east", "north", "south"];
const planStandings = ["east in plan", "north in plan", "south in plan"];

const gatheringSight = each(["everyone"], {
  viewer: ofNorth,
  member: ofNorth,
  editor: ofNorth,
  admin: ofNorth,
  neighbor: ["coalition", "everyone", "named"],
  outsider: ["everyone", "theirs"],
  both: [...ofNorth, "theirs"].sort(),
});
const layersOfNorth = ["coalition", "draft", "everyone", "named", "owner"];
const detailSight = each(["everyone"], {
  viewer: layersOfNorth,
  member: layersOfNorth,
  editor: layersOfNorth,
  admin: layersOfNorth,
  neighbor: ["coalition", "everyone", "named"],
  outsider: ["everyone", "theirs"],
  both: [...layersOfNorth, "theirs"],
});
const writesLayers = each([], {
  visitor: "42501",
  editor: layersOfNorth,
  admin: layersOfNorth,
  both: ["theirs"],
  outsider: ["theirs"],
});
/** Of the owner's people alone. */
const ownersSight = (rows: string[]) =>
  each([], {
    visitor: "42501",
    viewer: rows,
    member: rows,
    editor: rows,
    admin: rows,
    both: [...rows, "theirs"].sort(),
    outsider: ["theirs"],
  });
/** What is below a gathering goes by its title. */
const titleOfGathering = "(select title ->> 'en' from public.gatherings g where g.id = gathering_id)";
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
  "private.first_links": hidden(),
  "private.role_permissions": hidden(),
  "private.settings": hidden(),
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
      update: "update public.memberships set role = 'admin'",
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
        admin: inNorth,
        neighbor: ["neighbor in south"],
        outsider: ["both in far", "outsider in far"],
      }),
      delete: each([], {
        visitor: "42501",
        admin: ["both in north", "editor in north", "member in north", "viewer in north"],
        outsider: ["both in far"],
      }),
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
      update: each([], { visitor: "42501", editor: ofNorth, admin: ofNorth, both: ["theirs"], outsider: ["theirs"] }),
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
  "public.gathering_details": {
    key: "concat(organization_id, gathering_id)",
    label: titleOfGathering,
    attempts: {
      insert: `insert into public.gathering_details (organization_id, gathering_id, address)
        select organization_id, id, 'Elsewhere 2' from public.gatherings where title ->> 'en' = 'to east' and organization_id = '{north}'`,
      update: "update public.gathering_details set contact = 'Front desk'",
      delete: "delete from public.gathering_details",
    },
    outcomes: {
      select: detailSight,
      // Who cannot see the gathering selects no row to insert.
      insert: each([], {
        visitor: "42501",
        viewer: "PT404 not_found",
        member: "PT404 not_found",
        both: "PT404 not_found",
        editor: ["to east"],
        admin: ["to east"],
      }),
      update: writesLayers,
      delete: writesLayers,
    },
  },
  "public.gathering_notes": {
    key: "concat(organization_id, gathering_id)",
    label: titleOfGathering,
    attempts: {
      insert: `insert into public.gathering_notes (organization_id, gathering_id, body)
        select organization_id, id, 'Mine' from public.gatherings where title ->> 'en' = 'to east' and organization_id = '{north}'`,
      update: "update public.gathering_notes set body = 'Changed'",
      delete: "delete from public.gathering_notes",
    },
    outcomes: {
      select: ownersSight(layersOfNorth),
      insert: each([], {
        visitor: "42501",
        viewer: "42501",
        member: "42501",
        both: "42501",
        editor: ["to east"],
        admin: ["to east"],
      }),
      update: writesLayers,
      delete: writesLayers,
    },
  },
  "public.gathering_templates": {
    key: "id",
    label: "name",
    attempts: {
      insert: "insert into public.gathering_templates (organization_id, name, content) values ('{north}', 'new', '{}')",
      delete: "delete from public.gathering_templates",
    },
    outcomes: {
      select: each([], {
        visitor: "42501",
        editor: ["pattern of north"],
        admin: ["pattern of north"],
        both: ["pattern of far"],
        outsider: ["pattern of far"],
      }),
      insert: each("42501", { editor: ["new"], admin: ["new"] }),
      update: refused,
      delete: each([], {
        visitor: "42501",
        editor: ["pattern of north"],
        admin: ["pattern of north"],
        both: ["pattern of far"],
        outsider: ["pattern of far"],
      }),
    },
  },
  "public.gathering_changes": {
    key: "concat(organization_id, gathering_id, transaction_id)",
    label: titleOfGathering,
    outcomes: { select: ownersSight(ofNorth), insert: refused, update: refused, delete: refused },
  },
};

/** Out of everyone's reach; only the installation's owner and definer functions read it. */
function hidden(): TableAccess {
  return {
    key: "1",
    label: "'hidden'",
    outcomes: { select: refused, insert: refused, update: refused, delete: refused },
  };
}
