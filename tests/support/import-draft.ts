import { ownerOf } from "./owner";
import type { Local } from "./product";

/** A calendar that KRCLA has read and not imported yet: one entry that is new, one that repeats, one set aside. Answers its page. */
export async function makeImportDraft(local: Local, title = "Zinnia of elsewhere"): Promise<string> {
  const owner = ownerOf(local);
  const [draft] = await owner`
    insert into public.import_drafts (organization_id, source)
    select id, ${owner.json({ kind: "file", name: title, url: "", charset: "CP949" })}
    from public.organizations where slug = 'krcla' returning organization_id, id`;
  const day = "2031-03-01";
  const when = { starts_local: `${day}T10:00:00`, ends_local: `${day}T12:00:00`, time_zone: "America/Los_Angeles" };
  const content = { title: { en: title }, description: {}, when, address: title, online_url: "" };
  await owner`
    insert into public.import_entries (organization_id, draft_id, place, line, uid, title, content, remarks)
    values (${draft?.organization_id}, ${draft?.id}, 1, 3, ${`${draft?.id}@elsewhere.example`}, ${title}, ${owner.json(content)}, '{all_day}')`;
  await owner`
    insert into public.import_entries (organization_id, draft_id, place, line, uid, title, reason)
    values (${draft?.organization_id}, ${draft?.id}, 2, 20, 'aside@elsewhere.example', ${title}, 'rule_not_understood')`;
  const dates = ["2031-03-01T10:00:00", "2031-03-08T10:00:00", "2031-03-22T10:00:00"];
  const rule = { rule: "FREQ=WEEKLY;COUNT=4;BYDAY=SA", excepted: ["2031-03-15T10:00:00"], added: [] };
  const repeats = { ...rule, ...when };
  const series = { ...rule, occurrences: dates, expanded_until: "2033-03-01T10:00:00", finished: true };
  await owner`
    insert into public.import_entries (organization_id, draft_id, place, line, uid, title, content, series)
    values (${draft?.organization_id}, ${draft?.id}, 3, 40, ${`${draft?.id}@series.example`}, ${title},
      ${owner.json({ ...content, repeats })}, ${owner.json(series)})`;
  await owner.end();
  return `/o/krcla/import/${draft?.id}`;
}

/** A calendar whose address KRCLA remembers. Answers the address under which its pages are. */
export async function makeRememberedCalendar(local: Local, name = "Zinnia of elsewhere"): Promise<string> {
  const owner = ownerOf(local);
  const [made] = await owner`
    insert into public.import_sources (organization_id, kind, name, url)
    select id, 'address', ${name}, ${`https://calendar.example/${crypto.randomUUID()}.ics`}
    from public.organizations where slug = 'krcla' returning id`;
  await owner.end();
  return `/o/krcla/import/addresses/${made?.id}`;
}
