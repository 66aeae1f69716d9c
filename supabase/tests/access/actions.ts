import { campaignCallers, campaignDefiners, campaigns } from "./campaigns";
import { itemCallers, items } from "./items";
import { letterCallers, letterDefiners, letterTables } from "./letters";
import type { TableAccess } from "./outcome";
import { pooledCallers, pooledTotals } from "./pooled-totals";

/** Who sees what of joint actions. */
export const actions: Record<string, TableAccess> = { ...pooledTotals, ...campaigns, ...items, ...letterTables };

/** Who may call what about them. */
export const actionCallers: Record<string, ("anon" | "authenticated")[]> = {
  ...pooledCallers,
  ...campaignCallers,
  ...itemCallers,
  ...letterCallers,
};

/** What looks past row security for them. */
export const actionDefiners = [
  ...campaignDefiners,
  ...letterDefiners,
  "asked_and_left(uuid)",
  "take_back_from_who_left(uuid,uuid,uuid)",
  "hand_over_number(uuid,uuid,date,text)",
  "kept_metrics(uuid)",
  "metric_of_lead(uuid)",
  "take_back_number(uuid,uuid)",
  "item_campaigns(uuid[])",
  "parts_in(uuid)",
  "item_version_of(uuid)",
];
