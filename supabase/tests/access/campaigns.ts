import { each, refused, type TableAccess } from "./outcome";

const ofNorth = ["coalition", "everyone", "named", "owner", "to east"];
const sight = each(["everyone"], {
  ...{ viewer: ofNorth, member: ofNorth, editor: ofNorth, admin: ofNorth },
  neighbor: ["coalition", "everyone", "named"],
  outsider: ["everyone", "theirs"],
  both: [...ofNorth, "theirs"].sort(),
});
const written = each([], {
  visitor: "42501",
  editor: ofNorth,
  admin: ofNorth,
  outsider: ["theirs"],
  both: ["theirs"],
});
const named = ["named", "owner", "to east"];

/** Who may call what about campaigns and the plan. */
export const campaignCallers: Record<string, ("anon" | "authenticated")[]> = {
  "begin_campaign(uuid,uuid,jsonb)": ["authenticated"],
  "conclude_campaign(uuid,uuid,integer,jsonb)": ["authenticated"],
  "discard_campaign(uuid,uuid,integer)": ["authenticated"],
  "edit_campaign(uuid,uuid)": ["authenticated"],
  "organization_campaigns(uuid)": ["authenticated"],
  "plan_board(text)": ["authenticated"],
  "plan_meeting(text,date)": ["authenticated"],
  "read_campaign(uuid)": ["anon", "authenticated"],
  "reopen_campaign(uuid,uuid,integer)": ["authenticated"],
  "revise_campaign(uuid,uuid,integer,jsonb)": ["authenticated"],
};

/** What looks past row security for campaigns. */
export const campaignDefiners = [
  "campaign_coalition_of(uuid)",
  "campaign_metrics(uuid)",
  "campaign_version_of(uuid)",
  "campaigns_of_plan(uuid)",
];

/** Campaigns: seen by their audience, written by their lead. */
export const campaigns: Record<string, TableAccess> = {
  "private.campaign_cards": {
    key: "id",
    label: "card -> 'name' ->> 'en'",
    outcomes: { select: sight, insert: refused, update: refused, delete: refused },
  },
  "public.campaigns": {
    key: "id",
    label: "name ->> 'en'",
    attempts: {
      insert: `insert into public.campaigns (organization_id, coalition_id, part, name, starts_on)
        select '{north}', c.id, 'hotline', '{"en": "new"}', current_date from public.coalitions c where c.slug = 'plan'`,
      update: `update public.campaigns set goal = '{"en": "changed"}'`,
      delete: "delete from public.campaigns",
    },
    outcomes: {
      select: sight,
      insert: each([], {
        // Who does not know the coalition has nothing to insert.
        ...{ visitor: "42501", viewer: "42501", member: "42501", neighbor: "42501", both: "42501" },
        editor: ["new"],
        admin: ["new"],
      }),
      update: written,
      delete: written,
    },
  },
  "public.campaign_shares": {
    key: "concat(organization_id, campaign_id, recipient_id)",
    label: "(select c.name ->> 'en' from public.campaigns c where c.id = campaign_id)",
    attempts: {
      insert: `insert into public.campaign_shares (organization_id, campaign_id, recipient_id)
        select c.organization_id, c.id, '{south}' from public.campaigns c where c.name ->> 'en' = 'coalition'`,
      delete: "delete from public.campaign_shares",
    },
    outcomes: {
      select: each([], {
        ...{ visitor: "42501", viewer: named, member: named, editor: named, admin: named, both: named },
        neighbor: ["named"],
      }),
      // Who may not change a campaign has none to name to anybody.
      insert: each([], {
        visitor: "42501",
        viewer: "PT404 not_found",
        member: "PT404 not_found",
        neighbor: "PT404 not_found",
        both: "PT404 not_found",
        editor: ["coalition"],
        admin: ["coalition"],
      }),
      update: refused,
      delete: each([], { visitor: "42501", editor: named, admin: named }),
    },
  },
};
