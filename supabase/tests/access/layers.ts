import { each, refused, type TableAccess, titleOfGathering } from "./outcome";

const ofNorth = ["coalition", "draft", "everyone", "named", "owner", "to east"];
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

/** The rows of the matrix for what lies below a gathering's card. */
export const layers: Record<string, TableAccess> = {
  "public.gathering_details": {
    key: "concat(organization_id, gathering_id)",
    label: titleOfGathering,
    attempts: {
      insert: `insert into public.gathering_details (organization_id, gathering_id, address)
        select organization_id, id, 'Elsewhere 2' from public.gatherings where title ->> 'en' = 'to east' and organization_id = '{north}'`,
      update: "update public.gathering_details set accessibility = array['step_free']",
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
  "public.volunteer_roles": {
    key: "id",
    label: "name ->> 'en'",
    attempts: {
      insert: `insert into public.volunteer_roles (organization_id, gathering_id, name, needed)
        select organization_id, id, '{"en": "new"}', 1 from public.gatherings where title ->> 'en' = 'owner' and organization_id = '{north}'`,
      update: "update public.volunteer_roles set needed = 3",
      delete: "delete from public.volunteer_roles",
    },
    outcomes: {
      // South holds one of the two together with north.
      select: each([], {
        visitor: "42501",
        viewer: ["door", "interpreter"],
        member: ["door", "interpreter"],
        editor: ["door", "interpreter"],
        admin: ["door", "interpreter"],
        both: ["door", "interpreter"],
        neighbor: ["interpreter"],
      }),
      insert: each([], {
        visitor: "42501",
        viewer: "42501",
        member: "42501",
        both: "42501",
        editor: ["new"],
        admin: ["new"],
      }),
      update: each([], { visitor: "42501", editor: ["door", "interpreter"], admin: ["door", "interpreter"] }),
      delete: each([], { visitor: "42501", editor: ["door", "interpreter"], admin: ["door", "interpreter"] }),
    },
  },
  "public.volunteer_places": {
    key: "id",
    label: "(select display_name from public.people p where p.id = person_id)",
    attempts: { delete: "delete from public.volunteer_places" },
    outcomes: {
      select: each([], {
        visitor: "42501",
        member: ["member"],
        editor: ["member"],
        admin: ["member"],
        neighbor: ["neighbor"],
      }),
      insert: refused,
      update: refused,
      delete: each([], {
        visitor: "42501",
        member: ["member"],
        editor: ["member"],
        admin: ["member"],
        neighbor: ["neighbor"],
      }),
    },
  },
  "public.hostings": {
    key: "concat(organization_id, gathering_id, host_id)",
    label: titleOfGathering,
    outcomes: {
      select: each([], {
        visitor: "42501",
        viewer: ["coalition"],
        member: ["coalition"],
        editor: ["coalition"],
        admin: ["coalition"],
        both: ["coalition"],
        neighbor: ["coalition"],
      }),
      insert: refused,
      update: refused,
      delete: refused,
    },
  },
  "public.gathering_changes": {
    key: "concat(organization_id, gathering_id, changed_at)",
    label: titleOfGathering,
    outcomes: { select: ownersSight(ofNorth), insert: refused, update: refused, delete: refused },
  },
};
