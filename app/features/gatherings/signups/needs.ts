/** What somebody may need to take part. Nothing else can be asked for. */
export const needs = ["interpretation", "access", "childcare", "ride"] as const;

/** So many may come under one name. */
export const mostSeats = 20;
