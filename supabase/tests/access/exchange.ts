import { hidden } from "./mail";
import { each, gatheringSight, refused, type TableAccess } from "./outcome";

const service = "(select name ->> 'en' from public.services s where s.id = service_id)";
/** For those who write an organization's directory, and nobody else of it. */
const ofWriters = (row: (organization: string) => string) =>
  each([], {
    visitor: "42501",
    editor: [row("north")],
    admin: [row("north")],
    both: [row("far")],
    outsider: [row("far")],
  });
const files = ofWriters((organization) => `list of ${organization}`);
const rows = ofWriters((organization) => (organization === "north" ? "owner" : "theirs"));
const view = (select: TableAccess["outcomes"]["select"]) => ({
  select,
  ...{ insert: refused, update: refused, delete: refused },
});

/** The directory exchanged with others, in the matrix. */
export const exchange: Record<string, TableAccess> = {
  "private.service_contents": {
    key: "service_id",
    label: "content -> 'name' ->> 'en'",
    outcomes: view(gatheringSight),
  },
  // What is public is the same for everybody, members of its owner included.
  "private.public_contents": {
    key: "service_id",
    label: "content -> 'name' ->> 'en'",
    outcomes: view(each(["everyone"])),
  },
  "private.batch_writes": {
    key: "concat(organization_id, import_id, place)",
    label: service,
    outcomes: view(rows),
  },
  "private.service_import_progress": hidden(),
  "public.service_imports": {
    key: "concat(organization_id, id)",
    label: "source ->> 'name'",
    attempts: {
      insert: `insert into public.service_imports (organization_id, source) values ('{north}', '{"name": "new"}')`,
      update: "update public.service_imports set problem = '{}'",
    },
    outcomes: {
      select: files,
      insert: each("42501", { editor: ["new"], admin: ["new"] }),
      update: files,
      delete: refused,
    },
  },
  "public.service_import_rows": {
    key: "concat(organization_id, import_id, place)",
    label: "title",
    attempts: {
      insert: `insert into public.service_import_rows (organization_id, import_id, place, row_number, uid, title, content)
        select organization_id, id, 2, 3, gen_random_uuid(), 'new', '{}' from public.service_imports where organization_id = '{north}'`,
      update: "update public.service_import_rows set left_out = true",
    },
    outcomes: {
      select: rows,
      insert: each([], { visitor: "42501", editor: ["new"], admin: ["new"] }),
      update: rows,
      delete: refused,
    },
  },
  "public.imported_services": {
    key: "concat(organization_id, uid)",
    label: service,
    attempts: {
      insert: `insert into public.imported_services (organization_id, uid, service_id, said, became, source_name, source_hash, row_number)
        select organization_id, gen_random_uuid(), id, '{}', '{}', 'new', repeat('0', 64), 1 from public.services
        where name ->> 'en' = 'everyone' and organization_id = '{north}'`,
      update: "update public.imported_services set row_number = 9",
      delete: "delete from public.imported_services",
    },
    outcomes: {
      select: each([], {
        visitor: "42501",
        viewer: ["owner"],
        member: ["owner"],
        editor: ["owner"],
        admin: ["owner"],
        outsider: ["theirs"],
        both: ["owner", "theirs"],
      }),
      insert: each("42501", { editor: ["everyone"], admin: ["everyone"] }),
      update: rows,
      delete: rows,
    },
  },
};
