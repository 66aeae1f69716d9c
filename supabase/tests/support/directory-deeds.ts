import type { TestDatabase } from "./database";

/** What is done in the directory, as SQL that a person sends: the cast's rows by their names. */
const org = (slug: string) => `(select id from public.organizations where slug = '${slug}')`;
export const [north, south, east] = ["north", "south", "east"].map(org);
export const service = (name: string) => `(select id from public.services where name ->> 'en' = '${name}')`;
export const collection = (name: string) =>
  `(select id from public.collections where name ->> 'en' = '${name}' and organization_id = ${north})`;

export const revised = (name: string, change: string) =>
  `select public.revise_service(f.id, ${north}, (f.page ->> 'version')::integer, ${change})
   from (select s.id, public.edit_service(s.id, ${north}) as page from public.services s where s.id = ${service(name)}) f`;
export const listed = (slug: string, content: string) =>
  `select public.list_service(${org(slug)}, gen_random_uuid(), ${content})`;
export const place = (audience: string, more = "") =>
  `jsonb_build_object('place', jsonb_build_object('audience', '${audience}', 'locations', '[{"address_1": "1 Zinnia Way", "city": "Zinnia"}]'::jsonb ${more}))`;
export const toEast = `, 'recipients', jsonb_build_array(${east})`;
export const assured = (more = "") =>
  `jsonb_build_object('assurance', jsonb_build_object('told_on', '2026-11-02', 'note', '{"en": "Zinnia"}'::jsonb ${more}))`;
export const suggested = (name: string, contact: string) =>
  `insert into public.service_suggestions (organization_id, service_id, field, value, contact, language)
   select organization_id, id, 'cost', '"paid"', '${contact}', 'en' from public.services where id = ${service(name)}`;
export const listedAs = (db: TestDatabase, name: string) =>
  db.catalog<{ uid: string }>("select hsds_id as uid from public.services where name ->> 'en' = $1", [name]);
export const answered = (how: string, name: string) =>
  `select public.${how} from public.service_suggestions s where s.service_id = ${service(name)} and s.state = 'open'`;

export const placeOfEveryones = (audience: string) => [
  `update public.service_at_locations set audience = '${audience}' where service_id = ${service("everyone")}`,
  ...(audience === "named"
    ? [
        `insert into public.service_shares (organization_id, service_id, layer, recipient_id)
         select ${north}, ${service("everyone")}, 'place', ${east}`,
      ]
    : []),
];
export const onlyOurs = [
  `update public.service_assurances set audience = 'owner' where service_id = ${service("everyone")}`,
];
