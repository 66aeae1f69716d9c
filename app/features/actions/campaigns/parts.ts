/** The five parts of the plan, and what stands around it. */
export const planParts = ["gatherings", "hotline", "consultations", "relations", "human_rights"] as const;
export const aroundParts = ["deferred_action", "citizenship", "voter_registration"] as const;
export const campaignParts = [...planParts, ...aroundParts] as const;
export type CampaignPart = (typeof campaignParts)[number];
