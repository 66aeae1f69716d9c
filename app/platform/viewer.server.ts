import { z } from "zod";
import { type Db, data } from "./supabase.server";
import type { Viewer } from "./viewer";

const viewerSchema = z.object({
  person: z.object({
    id: z.string(),
    display_name: z.string(),
    language: z.string().nullable(),
    time_zone: z.string(),
  }),
  email: z.string(),
  organizations: z.array(
    z.object({
      id: z.string(),
      slug: z.string(),
      display_name: z.string(),
      short_name: z.string(),
      korean_name: z.string().nullable(),
      legal_name: z.string(),
      color: z.string(),
      time_zone: z.string(),
      languages: z.array(z.string()),
      role: z.enum(["viewer", "member", "editor", "admin"]),
      permissions: z.array(
        z.enum([
          "gatherings.read",
          "gatherings.write",
          "resources.read",
          "resources.write",
          "members.read",
          "members.write",
          "organization.write",
          "coalition.write",
          "signups.read",
          "resources.verify",
          "actions.read",
          "actions.write",
        ]),
      ),
      coalitions: z.array(
        z.object({
          id: z.string(),
          slug: z.string(),
          display_name: z.string(),
          korean_name: z.string().nullable(),
          standing: z.enum(["lead", "core", "partner", "ally"]),
        }),
      ),
    }),
  ),
}) satisfies z.ZodType<Viewer>;

/** Whoever the database's token belongs to; null for visitors and for sessions that have ended. */
export async function findViewer(db: Db): Promise<Viewer | null> {
  return viewerSchema.nullable().parse(await data(db.rpc("me")));
}
