import { each, gatheringSight, type TableAccess } from "./outcome";

const ofNorth = ["coalition", "everyone", "owner"];
/** The third of far's is a service for another coalition: it is there, and shown to nobody of far. */
const ofFar = ["theirs: everyone", "theirs: theirs"];
/** Whoever is of both coalitions sees it. */
const ofBoth = ["theirs: coalition", ...ofFar];
const heldByNorth = [
  ...["coalition: coalition", "coalition: everyone", "coalition: owner"],
  ...["everyone: coalition", "everyone: everyone", "everyone: owner", "owner: everyone", "owner: owner"],
];
const written = (north: string[], far: string[], both = far) =>
  each([], { visitor: "42501", editor: north, admin: north, outsider: far, both });

/** Collections and what each person sees of them in the matrix. */
export const collections: Record<string, TableAccess> = {
  "private.service_facts": {
    key: "id",
    label: "facts -> 'name' ->> 'en'",
    outcomes: { select: gatheringSight, insert: each("no table"), update: each("no table"), delete: each("no table") },
  },
  "public.collections": {
    key: "id",
    label: "name ->> 'en'",
    attempts: {
      insert: `insert into public.collections (organization_id, name) values ('{north}', '{"en": "new"}')`,
      update: "update public.collections set note = '{}'",
      delete: "delete from public.collections",
    },
    outcomes: {
      select: each(["everyone"], {
        ...{ viewer: ofNorth, member: ofNorth, editor: ofNorth, admin: ofNorth },
        neighbor: ["coalition", "everyone"],
        outsider: ["everyone", "theirs"],
        both: [...ofNorth, "theirs"],
      }),
      insert: each("42501", { editor: ["new"], admin: ["new"] }),
      update: written(ofNorth, ["theirs"]),
      delete: written(ofNorth, ["theirs"]),
    },
  },
  "public.collection_entries": {
    key: "concat(organization_id, collection_id, owner_id, service_id)",
    label: `concat(
      (select c.name ->> 'en' from public.collections c where c.id = collection_id), ': ',
      (select s.name ->> 'en' from public.services s where s.id = service_id)
    )`,
    attempts: {
      // Who cannot see both selects no row to insert.
      insert: `insert into public.collection_entries (organization_id, collection_id, owner_id, service_id)
        select c.organization_id, c.id, s.organization_id, s.id from public.collections c, public.services s
        where c.name ->> 'en' = 'owner' and c.organization_id = '{north}' and s.name ->> 'en' = 'named'`,
      update: "update public.collection_entries set note = 'Changed'",
      delete: "delete from public.collection_entries",
    },
    outcomes: {
      select: each(["everyone: everyone"], {
        ...{ viewer: heldByNorth, member: heldByNorth, editor: heldByNorth, admin: heldByNorth },
        neighbor: ["coalition: coalition", "coalition: everyone", "everyone: coalition", "everyone: everyone"],
        outsider: ["everyone: everyone", ...ofFar],
        both: [...heldByNorth, ...ofBoth],
      }),
      insert: each([], {
        ...{ visitor: "42501", viewer: "42501", member: "42501", both: "42501" },
        editor: ["owner: named"],
        admin: ["owner: named"],
      }),
      update: written(heldByNorth, ofFar, ofBoth),
      delete: written(heldByNorth, ofFar, ofBoth),
    },
  },
};

/** Who may call what about collections and what is handed out. */
export const collectionCallers: Record<string, ("anon" | "authenticated")[]> = {
  "collect_service(uuid,uuid,uuid,text)": ["authenticated"],
  "collecting(uuid,uuid)": ["authenticated"],
  "discard_collection(uuid,uuid)": ["authenticated"],
  "make_collection(uuid,uuid,jsonb)": ["authenticated"],
  "move_entry(uuid,uuid,uuid,text)": ["authenticated"],
  "organization_collections(uuid)": ["authenticated"],
  "organization_table(uuid)": ["authenticated"],
  "read_collection(uuid)": ["anon", "authenticated"],
  "remove_entry(uuid,uuid,uuid)": ["authenticated"],
  "revise_collection(uuid,uuid,integer,jsonb)": ["authenticated"],
  "service_handout(uuid)": ["anon", "authenticated"],
  "services_table(uuid[])": ["anon", "authenticated"],
};
