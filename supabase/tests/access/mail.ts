import { each, refused, type TableAccess } from "./outcome";

const everyone = [
  "admin",
  "both",
  "editor",
  "member",
  "neighbor",
  "outsider",
  "removed",
  "stranger",
  "viewer",
] as const;
const eachTheirOwn = each([], {
  visitor: "42501",
  ...Object.fromEntries(everyone.map((person) => [person, [`${person} digest`]])),
});

/** Mail, what people choose about it, and what only the installation knows. */
export const mail: Record<string, TableAccess> = {
  "private.address_changes": hidden(),
  "private.calendar_marks": hidden(),
  "private.counters": hidden(),
  "private.limits": hidden(),
  "private.mailbox": hidden(),
  "private.mailed_links": hidden(),
  "private.session_devices": hidden(),
  "public.messages": {
    key: "id",
    label: "concat(kind, ' of ', (select slug from public.organizations o where o.id = organization_id))",
    outcomes: {
      select: each([], { visitor: "42501", admin: ["invitation of north"], outsider: ["invitation of far"] }),
      insert: refused,
      update: refused,
      delete: refused,
    },
  },
  "public.notification_choices": {
    key: "concat(person_id, kind, channel)",
    label: "concat((select display_name from public.people p where p.id = person_id), ' ', kind)",
    attempts: {
      insert: `insert into public.notification_choices (person_id, kind, wanted)
        select p.id, 'reminder', false from public.people p`,
      update: "update public.notification_choices set wanted = false",
    },
    outcomes: {
      select: eachTheirOwn,
      // Colleagues are among the people one sees; nobody chooses for them.
      insert: each("42501", {
        stranger: ["stranger reminder"],
        viewer: ["viewer reminder"],
        neighbor: ["neighbor reminder"],
        removed: ["removed reminder"],
        signedOut: [],
      }),
      update: eachTheirOwn,
      delete: refused,
    },
  },
};

/** Out of everyone's reach; only the installation's owner and definer functions read it. */
export function hidden(): TableAccess {
  return {
    key: "1",
    label: "'hidden'",
    outcomes: { select: refused, insert: refused, update: refused, delete: refused },
  };
}
