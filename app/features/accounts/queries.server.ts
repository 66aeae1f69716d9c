import { z } from "zod";
import { refusal } from "~/platform/refusal";
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

const invitationSchema = z.object({
  role: z.enum(["viewer", "member", "editor", "admin"]),
  is_mine: z.boolean(),
  organization: z.object({
    slug: z.string(),
    display_name: z.string(),
    short_name: z.string(),
    korean_name: z.string().nullable(),
    time_zone: z.string(),
  }),
});

/** What an open invitation's link leads to; refuses one that opens nothing. */
export async function getInvitation(db: Db, token: string) {
  const found = await findInvitation(db, token);
  if (!found) throw refusal({ key: "link_not_valid" }, 410);
  return found;
}

/** What an invitation's link leads to, if it still opens something. */
export async function findInvitation(db: Db, token: string) {
  return invitationSchema.nullable().parse(await data(db.rpc("read_invitation", { token })));
}

const linkSchema = z.object({
  kind: z.enum(["sign_in", "reset", "address_current", "address_new", "unsubscribe"]),
  message_kind: z.string().nullable(),
  new_email: z.string().nullable(),
});
/** What a mailed link does. */
export type MailedLink = z.output<typeof linkSchema>;

/** The mailed link of a token, if it still opens something and is one of these kinds. */
export async function findMailedLink(db: Db, token: string, kinds: MailedLink["kind"][]): Promise<MailedLink | null> {
  const link = linkSchema.nullable().parse(await data(db.rpc("read_mailed_link", { token })));
  return link && kinds.includes(link.kind) ? link : null;
}

/** Whether a link may make an account of this address. */
export async function isSignUpOpen(db: Db, token: string, email: string): Promise<boolean> {
  return (await data(db.rpc("sign_up_is_open", { token, email }))) === true;
}

/** Whether a first link still opens something. */
export async function isFirstLinkOpen(db: Db, token: string): Promise<boolean> {
  return (await data(db.rpc("first_link_is_open", { token }))) === true;
}
