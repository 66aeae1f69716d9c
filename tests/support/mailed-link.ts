import { ownerOf } from "./owner";
import type { Local } from "./product";

type Wanted = "sign_in" | "reset" | "unsubscribe" | "address_current" | "address_new";

/** The token of a link as the mail to this person carries it; a link that confirms an address makes its change as well. */
export async function makeMailedLink(local: Local, kind: Wanted, email: string): Promise<string> {
  const owner = ownerOf(local);
  try {
    const confirms = kind.startsWith("address");
    const [made] = await owner`
      with person as (select id from auth.users where email = ${email}),
      change as (
        insert into private.address_changes (person_id, new_email)
        select id, ${`new.${email}`} from person where ${confirms}
        on conflict (person_id) do update set expires_at = excluded.expires_at returning id
      )
      select private.make_mailed_link(
        private.new_token(), ${kind}::private.link_kind, id, '1 hour', (select id from change),
        case when ${kind === "unsubscribe"} then 'digest'::public.message_kind end
      ) as token from person`;
    return String(made?.token);
  } finally {
    await owner.end();
  }
}
