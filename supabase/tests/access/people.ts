import { each, refused, type TableAccess } from "./outcome";

const everyMemberOfNorth = ["admin", "both", "editor", "member", "signedOut", "viewer"];
const inNorth = everyMemberOfNorth.map((name) => `${name} in north`);

/** Who sees and changes people, memberships and invitations. */
export const people: Record<string, TableAccess> = {
  "public.people": {
    key: "id",
    label: "display_name",
    attempts: { update: "update public.people set time_zone = 'Asia/Seoul'" },
    outcomes: {
      select: each([], {
        visitor: "42501",
        stranger: ["stranger"],
        viewer: ["viewer"],
        member: everyMemberOfNorth,
        editor: everyMemberOfNorth,
        admin: everyMemberOfNorth,
        neighbor: ["neighbor"],
        outsider: ["both", "outsider"],
        both: ["both", "outsider"],
        removed: ["removed"],
      }),
      insert: refused,
      update: each([], {
        visitor: "42501",
        stranger: ["stranger"],
        viewer: ["viewer"],
        member: ["member"],
        editor: ["editor"],
        admin: ["admin"],
        neighbor: ["neighbor"],
        outsider: ["outsider"],
        both: ["both"],
        removed: ["removed"],
      }),
      delete: refused,
    },
  },
  "public.memberships": {
    key: "concat(organization_id, person_id)",
    label:
      "concat((select display_name from public.people p where p.id = person_id), ' in ', (select slug from public.organizations o where o.id = organization_id))",
    attempts: {
      // Nobody changes their own role.
      update:
        "update public.memberships set role = case role when 'viewer' then 'member' else 'viewer' end::public.member_role where person_id <> private.my_person() and role <> 'admin'",
      delete: "delete from public.memberships where role <> 'admin'",
    },
    outcomes: {
      select: each([], {
        visitor: "42501",
        viewer: ["viewer in north"],
        member: inNorth,
        editor: inNorth,
        admin: inNorth,
        neighbor: ["neighbor in south"],
        outsider: ["both in far", "outsider in far"],
        both: ["both in far", "both in north", "outsider in far"],
      }),
      insert: refused,
      update: each([], {
        visitor: "42501",
        admin: ["both in north", "editor in north", "member in north", "viewer in north"],
        outsider: ["both in far"],
      }),
      // Everybody leaves by themselves; admins, who stay, remove others.
      delete: each([], {
        visitor: "42501",
        viewer: ["viewer in north"],
        member: ["member in north"],
        editor: ["editor in north"],
        admin: ["both in north", "editor in north", "member in north", "viewer in north"],
        outsider: ["both in far"],
        both: ["both in far", "both in north"],
      }),
    },
  },
  "public.invitations": {
    key: "concat(organization_id, id)",
    label: "concat(email, ' to ', (select slug from public.organizations o where o.id = organization_id))",
    outcomes: {
      select: each([], {
        visitor: "42501",
        admin: ["guest@cast.example to north"],
        outsider: ["guest@cast.example to far"],
      }),
      insert: refused,
      update: refused,
      delete: refused,
    },
  },
};
