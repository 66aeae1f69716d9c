/** Everybody at every distance from the organization "north". */
export const persons = [
  "visitor",
  "stranger",
  "viewer",
  "member",
  "editor",
  "admin",
  "neighbor",
  "outsider",
  "both",
  "removed",
  "signedOut",
] as const;
export type PersonName = (typeof persons)[number];

/** Who each of them is, in words. */
export const descriptions: Record<PersonName, string> = {
  visitor: "nobody signed in",
  stranger: "an account that belongs nowhere",
  viewer: "viewer of north",
  member: "member of north",
  editor: "editor of north",
  admin: "admin of north",
  neighbor: "admin of south, in the same coalition",
  outsider: "admin of far, in another coalition",
  both: "viewer of north and editor of far",
  removed: "was editor of north until a moment ago",
  signedOut: "admin of north whose session has ended; the token runs on",
};
