import { type MadeCampaigns, makeCampaigns } from "../support/made-campaigns";
import type { Local } from "../support/product";
import { sendEmptyForm } from "./send-empty-form";

const editor = "editor@krcla.example";
const of = (key: keyof MadeCampaigns) => async (local: Local) => `/campaigns/${(await makeCampaigns(local))[key]}`;
const form = (key: keyof MadeCampaigns, noun: string) => async (local: Local) =>
  `/o/krcla/campaigns/${(await makeCampaigns(local))[key]}/${noun}`;

/** The finished pages of campaigns. */
export const campaignPages = [
  { name: "the plan at a glance", as: editor, path: () => "/c/emergency-plan/plan" },
  { name: "since the last meeting", as: editor, path: () => "/c/emergency-plan/plan/meeting?since=2026-08-01" },
  { name: "since a day that is none", as: editor, path: () => "/c/emergency-plan/plan/meeting?since=soon" },
  { name: "a campaign that everyone sees", as: null, path: of("everyone") },
  { name: "a campaign of one's own", as: editor, path: of("over") },
  { name: "campaigns of an organization", as: editor, path: () => "/o/krcla/campaigns" },
  {
    name: "form of a campaign, with mistakes",
    as: editor,
    path: () => "/o/krcla/campaigns/new",
    before: sendEmptyForm,
  },
  { name: "a campaign to change", as: editor, path: form("named", "card") },
  { name: "how a campaign came out", as: editor, path: form("owner", "outcome") },
  { name: "a campaign to run again", as: editor, path: form("over", "reopening") },
  { name: "a campaign to delete", as: editor, path: form("owner", "removal") },
];
