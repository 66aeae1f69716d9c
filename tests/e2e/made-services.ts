import { ownerOf } from "../support/owner";
import type { Local } from "../support/product";

/** A service as long as the form allows, in both languages, with every part that a handout shows. */
export async function longService(local: Local): Promise<string> {
  const owner = ownerOf(local);
  try {
    const text = (most: number) =>
      owner.json({ en: "word ".repeat(most / 5).trim(), ko: "가지고사리 ".repeat(most / 6).trim() });
    const name = { en: "Donaudampfschiffahrt".padEnd(160, "s"), ko: "고사리".repeat(53) };
    const [made] = await owner`
      insert into public.services (
        organization_id, name, description, eligibility, required_documents, cost, cost_note, source_language, audience, time_zone,
        area_served, staff_languages, interpreter_languages, credential, credential_checked_on, information_as_of, jurisdiction
      )
      select o.id, ${owner.json(name)}, ${text(3900)}, ${text(900)}, ${text(900)}, 'sliding', ${text(480)}, 'en', 'everyone',
        'America/Los_Angeles', ${["Koreatown ".repeat(11).trim()]}, '{ko,en,es}', '{zh,vi,tl,km,ru}', 'attorney', current_date,
        current_date, ${"Jurisdiction ".repeat(9).trim()}
      from public.organizations o where o.slug = 'krcla' returning id, organization_id`;
    for (let position = 0; position < 10; position += 1) {
      await owner`
        insert into public.service_phones (organization_id, service_id, position, number, label)
        values (${made?.organization_id}, ${made?.id}, ${position}, ${`+121355501${10 + position}`}, ${text(60)})`;
      await owner`
        insert into public.service_schedules (organization_id, service_id, position, weekdays, opens_minute, closes_minute)
        values (${made?.organization_id}, ${made?.id}, ${position}, ${[(position % 7) + 1]}::smallint[], 480, ${1000 + position})`;
    }
    return String(made?.id);
  } finally {
    await owner.end();
  }
}
