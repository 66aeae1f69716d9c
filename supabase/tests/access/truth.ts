import { each, ofNorth, refused, type TableAccess } from "./outcome";

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
  "public.service_disagreements": {
    key: "concat(service_id, field, source)",
    label: service,
    attempts: { delete: "delete from public.service_disagreements" },
    outcomes: { select: coalitionSight, insert: refused, update: refused, delete: byEditors },
  },
};
