import type { TestDatabase } from "./database";

type Owners = Record<"north" | "south" | "east" | "far", string>;

/** North leads a campaign for every audience, one named to south and one to east; far leads one for its coalition. */
export async function addCampaigns(db: TestDatabase, owners: Owners, coalitions: Record<"plan" | "open", string>) {
  const { north, south, east, far } = owners;
  for (const audience of ["owner", "named", "coalition", "everyone"]) {
    await addCampaign(db, { name: audience, owner: north, coalition: coalitions.plan, audience });
  }
  await addCampaign(db, { name: "to east", owner: north, coalition: coalitions.plan, audience: "named" });
  await addCampaign(db, { name: "theirs", owner: far, coalition: coalitions.open, audience: "coalition" });
  // "owner" was named once: nobody sees it through that now.
  for (const [name, recipient] of [
    ["named", south],
    ["to east", east],
    ["owner", south],
  ]) {
    await db.given(
      `insert into public.campaign_shares (organization_id, campaign_id, recipient_id)
       select c.organization_id, c.id, $2 from public.campaigns c where c.name ->> 'en' = $1`,
      [name, recipient],
    );
  }
}

type Campaign = { name: string; owner: string; coalition: string; audience: string; part?: string };

/** A campaign that began thirty days ago and goes on for sixty more. */
export async function addCampaign(
  db: TestDatabase,
  { name, owner, coalition, audience, part = "human_rights" }: Campaign,
) {
  const { id } = await db.given<{ id: string }>(
    `insert into public.campaigns (organization_id, coalition_id, part, name, audience, starts_on, ends_on)
     values ($1, $2, $5::public.campaign_part, jsonb_build_object('en', $3::text), $4::public.audience,
       current_date - 30, current_date + 60)
     returning id`,
    [owner, coalition, name, audience, part],
  );
  return id;
}
