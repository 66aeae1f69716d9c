import { hidden } from "./mail";
import { each, gatheringSight, ofNorth, refused, type TableAccess } from "./outcome";

const service = "(select name ->> 'en' from public.services s where s.id = service_id)";
/** What the owner's people and, of the cards that it sees, the coalition may know. */
const coalitionSight = each([], {
  visitor: "42501",
  viewer: ofNorth,
  member: ofNorth,
  editor: ofNorth,
  admin: ofNorth,
  neighbor: ["coalition", "everyone", "named"],
  outsider: ["theirs"],
  both: [...ofNorth, "theirs"].sort(),
});
const byEditors = each([], {
  visitor: "42501",
  editor: ofNorth,
  admin: ofNorth,
  both: ["theirs"],
  outsider: ["theirs"],
});

/** Whether the directory is right, in the matrix. */
export const truth: Record<string, TableAccess> = {
  "public.service_verifications": {
    key: "id",
    label: service,
    attempts: {
      insert: `insert into public.service_verifications (organization_id, service_id, verifier_id, method)
        select organization_id, id, '{south}', 'phone' from public.services`,
    },
    outcomes: {
      select: gatheringSight,
      // Whoever belongs to another organization than the one in whose name they speak finds nothing.
      insert: each("PT404 not_found", { visitor: "42501", neighbor: ["coalition", "everyone", "named"] }),
      update: refused,
      delete: refused,
    },
  },
  "private.service_reminders": hidden(),
  "private.suggestion_codes": hidden(),
  "private.verification_lifetimes": hidden(),
  "public.service_disagreements": {
    key: "concat(service_id, field, source)",
    label: service,
    attempts: { delete: "delete from public.service_disagreements" },
    outcomes: { select: coalitionSight, insert: refused, update: refused, delete: byEditors },
  },
  "public.service_stewards": {
    key: "concat(organization_id, service_id)",
    label: service,
    attempts: { delete: "delete from public.service_stewards" },
    outcomes: {
      select: each([], {
        visitor: "42501",
        ...Object.fromEntries(
          ["viewer", "member", "editor", "admin", "both", "neighbor"].map((person) => [person, ["coalition"]]),
        ),
      }),
      insert: refused,
      update: refused,
      delete: each([], { visitor: "42501", editor: ["coalition"], admin: ["coalition"], neighbor: ["coalition"] }),
    },
  },
  "public.service_suggestions": {
    key: "id",
    label: service,
    outcomes: {
      select: each([], {
        visitor: "42501",
        ...Object.fromEntries(
          ["viewer", "member", "editor", "admin"].map((person) => [person, ["coalition", "everyone"]]),
        ),
        both: ["coalition", "everyone", "theirs"],
        neighbor: ["coalition"],
        outsider: ["theirs"],
      }),
      insert: refused,
      update: refused,
      delete: refused,
    },
  },
};
