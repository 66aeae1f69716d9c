import type { TestDatabase } from "./database";

/**
 * What the directory of the cast is unsure about: another source says something else of every service; south looks after the
 * one for its coalition, and suggests something of it; somebody suggests something of the public one and of far's.
 */
export async function addTruth(db: TestDatabase, south: string) {
  await db.given(
    `insert into public.service_disagreements (organization_id, service_id, field, source, theirs)
     select organization_id, id, 'phones', 'A list', '[{"number": "+12135550199"}]' from public.services`,
  );
  await db.given(
    `insert into public.service_stewards (organization_id, service_id, steward_id)
     select organization_id, id, $1 from public.services where name ->> 'en' = 'coalition'`,
    [south],
  );
  await db.given(
    `insert into public.service_suggestions (organization_id, service_id, field, value, suggester_id, contact, language)
     select organization_id, id, 'phones', '[{"number": "+12135550188", "extension": ""}]',
       case name ->> 'en' when 'coalition' then $1::uuid end, case name ->> 'en' when 'coalition' then '' else 'asks@cast.example' end, 'en'
     from public.services where name ->> 'en' in ('coalition', 'everyone', 'theirs')`,
    [south],
  );
}
