/** How far an organization can be with its part, as the board shows it from left to right. */
export const partStatuses = ["asked", "accepted", "doing", "done", "cannot", "declined"] as const;
