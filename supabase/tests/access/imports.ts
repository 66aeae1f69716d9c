import { each, gatheringSight, refused, type TableAccess, titleOfGathering } from "./outcome";

/** For those who write an organization's gatherings, and nobody else of it. */
const ofWriters = (row: (organization: string) => string) =>
  each([], {
    visitor: "42501",
    editor: [row("north")],
    admin: [row("north")],
    both: [row("far")],
    outsider: [row("far")],
  });
const calendars = ofWriters((organization) => `calendar of ${organization}`);
const drafts = ofWriters((organization) => `draft of ${organization}`);
const entries = ofWriters((organization) => (organization === "north" ? "owner" : "theirs"));

/** The rows of the matrix for calendars kept elsewhere. */
export const imports: Record<string, TableAccess> = {
  "private.importable_gatherings": {
    key: "gathering_id",
    label: "ours -> 'title' ->> 'en'",
    outcomes: {
      select: { ...gatheringSight, visitor: "42501" },
      insert: each("no table"),
      update: each("no table"),
      delete: each("no table"),
    },
  },
  "private.imported_gatherings": {
    key: "concat(organization_id, uid, recurrence_id)",
    label: "ours -> 'title' ->> 'en'",
    outcomes: { select: entries, insert: each("no table"), update: each("no table"), delete: each("no table") },
  },
  "public.import_sources": {
    key: "id",
    label: "name",
    attempts: {
      insert: "insert into public.import_sources (organization_id, kind, name) values ('{north}', 'file', 'new')",
      update: "update public.import_sources set last_imported_at = now()",
      delete: "delete from public.import_sources",
    },
    outcomes: {
      select: calendars,
      insert: each("42501", { editor: ["new"], admin: ["new"] }),
      update: calendars,
      delete: calendars,
    },
  },
  "public.imported_events": {
    key: "concat(organization_id, uid, recurrence_id)",
    label: titleOfGathering,
    attempts: {
      insert: `insert into public.imported_events (organization_id, uid, gathering_id, content)
        select organization_id, 'new', id, '{}' from public.gatherings where title ->> 'en' = 'everyone' and organization_id = '{north}'`,
      update: "update public.imported_events set source_id = null",
    },
    outcomes: {
      select: entries,
      insert: each("42501", { editor: ["everyone"], admin: ["everyone"] }),
      update: entries,
      delete: refused,
    },
  },
  "public.import_drafts": {
    key: "concat(organization_id, id)",
    label: "source ->> 'name'",
    attempts: {
      insert: `insert into public.import_drafts (organization_id, source) values ('{north}', '{"name": "new"}')`,
      update: "update public.import_drafts set result = '{}'",
      delete: "delete from public.import_drafts",
    },
    outcomes: {
      select: drafts,
      insert: each("42501", { editor: ["new"], admin: ["new"] }),
      update: drafts,
      delete: drafts,
    },
  },
  "public.import_entries": {
    key: "concat(organization_id, draft_id, place)",
    label: "title",
    attempts: {
      insert: `insert into public.import_entries (organization_id, draft_id, place, line, uid, title, reason)
        select organization_id, id, 2, 1, '', 'new', 'unreadable' from public.import_drafts`,
      delete: "delete from public.import_entries",
    },
    outcomes: {
      select: drafts,
      // Who sees no draft selects none to add to.
      insert: each([], { visitor: "42501", editor: ["new"], admin: ["new"], both: ["new"], outsider: ["new"] }),
      update: refused,
      delete: drafts,
    },
  },
};
