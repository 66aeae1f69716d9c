import { z } from "zod";
import { refusal } from "~/platform/refusal";
import { type Db, data } from "~/platform/supabase.server";

const sessionSchema = z.object({
  id: z.string(),
  device: z.string().nullable(),
  began_at: z.string(),
  is_this: z.boolean(),
});
/** Somewhere the reader is signed in. */
export type Session = z.output<typeof sessionSchema>;

const membershipSchema = z.object({
  slug: z.string(),
  display_name: z.string(),
  short_name: z.string(),
  korean_name: z.string().nullable(),
  role: z.enum(["viewer", "member", "editor", "admin"]),
});
/** An organization that the reader belongs to. */
export type Membership = z.output<typeof membershipSchema>;

const settingsSchema = z.object({
  display_name: z.string(),
  language: z.string().nullable(),
  time_zone: z.string(),
  email: z.string(),
  new_email: z.string().nullable(),
  quiet_from: z.string(),
  quiet_until: z.string(),
  wanted: z.object({ reminder: z.boolean(), digest: z.boolean(), services_due: z.boolean(), items_due: z.boolean() }),
  sessions: z.array(sessionSchema),
  organizations: z.array(membershipSchema),
});
export type Settings = z.output<typeof settingsSchema>;

/** Everything that the reader's settings show. */
export async function getSettings(db: Db): Promise<Settings> {
  return settingsSchema.parse(await data(db.rpc("my_settings")));
}

/** One of the reader's sessions, or 404. */
export async function getSession(db: Db, id: string): Promise<Session> {
  const session = (await getSettings(db)).sessions.find((one) => one.id === id);
  if (!session) throw refusal({ key: "not_found" }, 404);
  return session;
}

/** Everything that is kept about the reader. */
export async function exportAccount(db: Db): Promise<unknown> {
  return data(db.rpc("export_account"));
}
