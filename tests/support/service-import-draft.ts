import { ownerOf } from "./owner";
import type { Local } from "./product";

/** The page of a file with services that KRCLA has read and not taken in. */
export async function makeServiceImport(local: Local): Promise<string> {
  const owner = ownerOf(local);
  const source = {
    name: "services.csv",
    hash: "0".repeat(64),
    kind: "csv",
    charset: "CP949",
    unread: ["Old"],
    left_out: [],
  };
  const [made] = await owner<{ organization_id: string; id: string }[]>`
    insert into public.service_imports (organization_id, source)
    select id, ${owner.json(source)} from public.organizations where slug = 'krcla' returning organization_id, id`;
  await owner`
    insert into public.service_import_rows (organization_id, import_id, place, row_number, uid, title, content, refused)
    values
      (${made?.organization_id ?? ""}, ${made?.id ?? ""}, 1, 2, gen_random_uuid(), 'Clinic', '{"name": {"en": "Clinic"}}', '[]'),
      (${made?.organization_id ?? ""}, ${made?.id ?? ""}, 2, 3, gen_random_uuid(), 'Class', null,
        '[{"field": "website", "reason": "link_not_web", "terms": {"said": "nowhere"}}]')`;
  await owner.end();
  return `/o/krcla/resources/import/${made?.id}`;
}
