import type { TestDatabase } from "./database";

/** What the directory of the cast is unsure about: another source says something else of every service. */
export async function addTruth(db: TestDatabase) {
  await db.given(
    `insert into public.service_disagreements (organization_id, service_id, field, source, theirs)
     select organization_id, id, 'phones', 'A list', '[{"number": "+12135550199"}]' from public.services`,
  );
}
