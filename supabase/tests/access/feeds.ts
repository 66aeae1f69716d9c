import { each, refused, type TableAccess } from "./outcome";

const everyone = ["admin", "both", "editor", "member", "neighbor", "outsider", "viewer"] as const;
const eachTheirOwn = each([], {
  visitor: "42501",
  ...Object.fromEntries(everyone.map((person) => [person, [`calendar of ${person}`]])),
});

/** The rows of the matrix for private calendars. */
export const feeds: Record<string, TableAccess> = {
  "public.feed_tokens": {
    key: "id",
    label: "label",
    attempts: { delete: "delete from public.feed_tokens" },
    outcomes: { select: eachTheirOwn, insert: refused, update: refused, delete: eachTheirOwn },
  },
};
