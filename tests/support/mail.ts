import { ownerOf } from "./owner";
import type { Local } from "./product";

/** A message of KRCLA's that failed, and one in the demonstration's mailbox. */
export async function makeMail(local: Local): Promise<{ failed: string; kept: string }> {
  const owner = ownerOf(local);
  try {
    const [failed] = await owner`
      insert into public.messages (kind, organization_id, person_id, state, ended_at, attempts, problem)
      select 'digest', o.id, u.id, 'failed', now(), 12, 'address_refused'
      from public.organizations o, auth.users u where o.slug = 'krcla' and u.email = 'viewer@krcla.example'
      returning id`;
    const [kept] = await owner`
      insert into public.messages (kind, state, ended_at) values ('password_changed', 'sent', now()) returning id`;
    await owner`
      insert into private.mailbox (message_id, recipient, subject, body_text, body_html)
      values (${kept?.id}, 'editor@krcla.example', 'A new password',
        ${"The password has been changed.\n\nhttp://localhost:3000/settings"}, '<p>The password has been changed.</p>')`;
    await owner`
      insert into private.settings (name, value) values ('mail', '"mailbox"')
      on conflict (name) do update set value = excluded.value`;
    return { failed: String(failed?.id), kept: String(kept?.id) };
  } finally {
    await owner.end();
  }
}
