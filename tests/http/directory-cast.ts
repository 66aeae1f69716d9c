import { createHash, randomBytes } from "node:crypto";
import { ownerOf } from "../support/owner";
import { actors, local } from "./cast";

/** Services of KRCLA by who can see them; the named one is named to KRC Chicago, which could take it over. */
export type Listed = {
  owner: string;
  named: string;
  coalition: string;
  everyone: string;
  draft: string;
  /** What somebody suggested about the one for everyone. */
  suggestion: string;
  /** In a letter to KRCLA's editor, about the one for everyone. */
  stillTrue: string;
};

/** Makes one service of each sort; KRC Chicago looks after the coalition's. */
export async function makeListed(): Promise<Listed> {
  const owner = ownerOf(local());
  try {
    const make = async (audience: string, state = "active") => {
      const [made] = await owner`
        insert into public.services
          (organization_id, coalition_id, name, description, source_language, audience, state, time_zone)
        select o.id, ${audience === "coalition" ? owner`c.id` : null},
          ${owner.json({ en: `Zinnia help ${audience} ${state}` })}, ${owner.json({ en: "Zinnia forms", ko: "서류 작성" })},
          'en', ${audience}, ${state}, 'America/Los_Angeles'
        from public.organizations o, public.coalitions c where o.slug = 'krcla' and c.slug = 'emergency-plan'
        returning id, organization_id`;
      await owner`
        insert into public.service_phones (organization_id, service_id, position, number)
        values (${made?.organization_id}, ${made?.id}, 0, '+13235550110')`;
      return String(made?.id);
    };
    const listed = {
      owner: await make("owner"),
      named: await make("named"),
      coalition: await make("coalition"),
      everyone: await make("everyone"),
      draft: await make("everyone", "draft"),
    };
    await owner`
      insert into public.service_shares (organization_id, service_id, layer, recipient_id)
      select s.organization_id, s.id, 'card', o.id from public.services s, public.organizations o
      where s.id = ${listed.named} and o.slug = 'krc-chicago'`;
    await owner`update public.services set verify_by = current_date - 61 where id = ${listed.named}`;
    await owner`
      insert into private.service_reminders (organization_id, service_id, first_at)
      select organization_id, id, now() - interval '15 days' from public.services where id = ${listed.named}`;
    await owner`
      insert into public.service_stewards (organization_id, service_id, steward_id)
      select s.organization_id, s.id, o.id from public.services s, public.organizations o
      where s.id = ${listed.coalition} and o.slug = 'krc-chicago'`;
    await owner`
      insert into public.service_disagreements (organization_id, service_id, field, source, theirs)
      select organization_id, id, 'phones', 'A list', ${owner.json([{ number: "+13235550119" }])}
      from public.services where id = ${listed.everyone}`;
    const [suggestion] = await owner`
      insert into public.service_suggestions (organization_id, service_id, field, value, reason, language)
      select organization_id, id, 'phones', ${owner.json([{ number: "+13235550118", extension: "" }])}, 'Zinnia called', 'en'
      from public.services where id = ${listed.everyone} returning id`;
    const stillTrue = randomBytes(32).toString("hex");
    await owner`
      insert into private.mailed_links (token_hash, kind, person_id, service_owner_id, service_id, expires_at)
      select ${createHash("sha256").update(stillTrue).digest()}, 'still_true', u.id, s.organization_id, s.id, now() + interval '1 day'
      from public.services s, auth.users u where s.id = ${listed.everyone} and u.email = ${actors.editor}`;
    return { ...listed, suggestion: String(suggestion?.id), stillTrue };
  } finally {
    await owner.end();
  }
}
