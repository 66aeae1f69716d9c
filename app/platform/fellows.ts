import { z } from "zod";

/** The organization beside something of its own, as the database hands it out. */
export const organizationSchema = z.object({
  id: z.string(),
  slug: z.string(),
  display_name: z.string(),
  short_name: z.string(),
  korean_name: z.string().nullable(),
  color: z.string(),
});
export type Organization = z.output<typeof organizationSchema>;

/** The organizations one may name, by the coalition one shares with them. */
export const fellowsSchema = z.array(
  z.object({ coalition_id: z.string(), organizations: z.array(organizationSchema) }),
);
export type Fellows = z.output<typeof fellowsSchema>;
