/** What somebody may be in an organization, each including the one before. */
export const roles = ["viewer", "member", "editor", "admin"] as const;
export type Role = (typeof roles)[number];
