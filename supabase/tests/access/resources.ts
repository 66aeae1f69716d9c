import { each, ofNorth, refused, type TableAccess } from "./outcome";
import { parts, service, serviceSight, writes } from "./resource-parts";

const named = ["draft", "named", "to east"];
/** Nothing on papers is public: who is in no coalition with its owner sees none. */
const assuranceSight = each([], {
  visitor: "42501",
  viewer: ofNorth,
  member: ofNorth,
  editor: ofNorth,
  admin: ofNorth,
  neighbor: ["coalition", "everyone", "named"],
  outsider: ["theirs"],
  both: [...ofNorth, "theirs"].sort(),
});
const ownersSight = each([], {
  visitor: "42501",
  viewer: ofNorth,
  member: ofNorth,
  editor: ofNorth,
  admin: ofNorth,
  outsider: ["theirs"],
  both: [...ofNorth, "theirs"].sort(),
});
const addedByEditors = (name: string) => each("42501", { editor: [name], admin: [name] });

/** The directory in the matrix. */
export const resources: Record<string, TableAccess> = {
  "private.service_cards": {
    key: "id",
    label: "card -> 'name' ->> 'en'",
    outcomes: { select: serviceSight, insert: each("no table"), update: each("no table"), delete: each("no table") },
  },
  "public.taxonomy_terms": {
    key: "id",
    label: "'all of them'",
    outcomes: { select: each(["all of them"]), insert: refused, update: refused, delete: refused },
  },
  "public.providers": {
    key: "id",
    label: "replace(name ->> 'en', 'provider of ', '')",
    attempts: {
      insert: `insert into public.providers (organization_id, name) values ('{north}', '{"en": "new"}')`,
      update: "update public.providers set website = 'https://provider.example'",
      delete: "delete from public.providers",
    },
    outcomes: {
      select: serviceSight,
      insert: addedByEditors("new"),
      update: writes,
      // As long as a service names them, they stay.
      delete: each([], { visitor: "42501" }),
    },
  },
  "public.services": {
    key: "id",
    label: "name ->> 'en'",
    attempts: {
      insert: `insert into public.services (organization_id, name, source_language, time_zone)
        select o.id, '{"en": "new"}', 'en', 'America/Chicago' from (values ('{north}'::uuid)) as o(id)`,
      update: "update public.services set area_served = array['Elsewhere']",
      delete: "delete from public.services",
    },
    outcomes: {
      select: serviceSight,
      insert: addedByEditors("new"),
      update: writes,
      // What others have seen is closed, not deleted.
      delete: each([], { visitor: "42501", editor: ["draft", "owner"], admin: ["draft", "owner"] }),
    },
  },
  ...parts,
  "public.service_changes": {
    key: "concat(organization_id, service_id, changed_at)",
    label: service,
    outcomes: { select: ownersSight, insert: refused, update: refused, delete: refused },
  },
  "public.service_shares": {
    key: "concat(organization_id, service_id, layer, recipient_id)",
    label: service,
    attempts: {
      insert: `insert into public.service_shares (organization_id, service_id, layer, recipient_id)
        select '{north}', id, 'card', '{east}' from public.services where name ->> 'en' = 'named'`,
      delete: "delete from public.service_shares",
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
      insert: each([], {
        visitor: "42501",
        viewer: "PT404 not_found",
        member: "PT404 not_found",
        both: "PT404 not_found",
        neighbor: "PT404 not_found",
        editor: ["named"],
        admin: ["named"],
      }),
      update: refused,
      delete: each([], { visitor: "42501", editor: named, admin: named }),
    },
  },
  "public.locations": {
    key: "id",
    label: "name",
    attempts: {
      insert: "insert into public.locations (organization_id, name) values ('{north}', 'new')",
      update: "update public.locations set directions = '{}'",
      delete: "delete from public.locations",
    },
    outcomes: { select: serviceSight, insert: addedByEditors("new"), update: writes, delete: writes },
  },
  "public.service_at_locations": {
    key: "concat(organization_id, service_id, location_id)",
    label: service,
    attempts: {
      insert: `insert into public.service_at_locations (organization_id, service_id, location_id)
        select s.organization_id, s.id, l.id from public.services s join public.locations l using (organization_id)
        where s.name ->> 'en' = 'owner' and l.name = 'named' and s.organization_id = '{north}'`,
      update: "update public.service_at_locations set audience = 'owner'",
      delete: "delete from public.service_at_locations",
    },
    outcomes: {
      select: serviceSight,
      insert: each([], {
        visitor: "42501",
        viewer: "PT404 not_found",
        member: "PT404 not_found",
        both: "PT404 not_found",
        editor: ["owner"],
        admin: ["owner"],
      }),
      update: writes,
      delete: writes,
    },
  },
  "public.service_assurances": {
    key: "concat(organization_id, service_id)",
    label: service,
    attempts: {
      insert: `insert into public.service_assurances (organization_id, service_id, told_on)
        select organization_id, id, '2026-11-02' from public.services where name ->> 'en' = 'owner' and organization_id = '{north}'
        on conflict do nothing`,
      update: "update public.service_assurances set told_on = '2026-11-03'",
      delete: "delete from public.service_assurances",
    },
    outcomes: {
      select: assuranceSight,
      insert: each([], {
        visitor: "42501",
        viewer: "PT404 not_found",
        member: "PT404 not_found",
        both: "PT404 not_found",
      }),
      update: writes,
      delete: writes,
    },
  },
  "public.service_notes": {
    key: "concat(organization_id, service_id)",
    label: service,
    attempts: {
      insert: `insert into public.service_notes (organization_id, service_id, body)
        select organization_id, id, 'Mine' from public.services where name ->> 'en' = 'owner' and organization_id = '{north}'
        on conflict do nothing`,
      update: "update public.service_notes set body = 'Changed'",
      delete: "delete from public.service_notes",
    },
    outcomes: {
      select: ownersSight,
      insert: each([], { visitor: "42501", viewer: "42501", member: "42501", both: "42501" }),
      update: writes,
      delete: writes,
    },
  },
};
