import { z } from "zod";
import { type Db, data } from "~/platform/supabase.server";

const accountsSchema = z.array(
  z.object({
    email: z.string(),
    role: z.enum(["viewer", "member", "editor", "admin"]),
    organization: z.object({
      id: z.string(),
      slug: z.string(),
      display_name: z.string(),
      short_name: z.string(),
      korean_name: z.string().nullable(),
      color: z.string(),
    }),
  }),
);

/** One of the demonstration's accounts. */
export type DemonstrationAccount = z.output<typeof accountsSchema>[number];

/** The demonstration's accounts; outside the demonstration there are none. */
export async function listDemonstrationAccounts(db: Db): Promise<DemonstrationAccount[]> {
  return accountsSchema.parse(await data(db.rpc("demonstration_accounts")));
}

/** Whether a first link still opens something. */
export async function isFirstLinkOpen(db: Db, token: string): Promise<boolean> {
  return (await data(db.rpc("first_link_is_open", { token }))) === true;
}
