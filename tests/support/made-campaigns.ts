import { ownerOf } from "./owner";
import type { Local } from "./product";

export type MadeCampaigns = Record<"owner" | "named" | "coalition" | "everyone" | "over", string>;

/** Campaigns of KRCLA for each audience, one of them named to KRC Chicago, and one that came out. */
export async function makeCampaigns(local: Local): Promise<MadeCampaigns> {
  const owner = ownerOf(local);
  try {
    const made: Record<string, string> = {};
    for (const key of ["owner", "named", "coalition", "everyone", "over"] as const) {
      const name = JSON.stringify({ en: `Zinnia ${key}`, ko: `백일홍 ${key}` });
      const [row] = await owner`
        insert into public.campaigns (organization_id, coalition_id, submission_id, part, name, audience, starts_on, outcome,
          outcome_on, outcome_reason)
        select s.organization_id, s.coalition_id, md5(${`campaign ${key}`})::uuid, 'hotline', ${name}::text::jsonb,
          ${key === "over" ? "coalition" : key}::public.audience, '2026-01-01', ${key === "over" ? "won" : null}::public.campaign_outcome,
          ${key === "over" ? "2026-02-01" : null}::date, ${key === "over" ? '{"en": "Done"}' : "{}"}::text::jsonb
        from public.standings s join public.organizations o on o.id = s.organization_id where o.slug = 'krcla' limit 1
        on conflict on constraint campaigns_one_per_submission do update set name = excluded.name
        returning id`;
      made[key] = String(row?.id);
    }
    await owner`
      insert into public.campaign_shares (organization_id, campaign_id, recipient_id)
      select c.organization_id, c.id, o.id from public.campaigns c, public.organizations o
      where c.id = ${made.named ?? ""} and o.slug = 'krc-chicago'
      on conflict do nothing`;
    return made as MadeCampaigns;
  } finally {
    await owner.end();
  }
}
