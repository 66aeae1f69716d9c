import type { Fellows } from "~/platform/fellows";

/** The organization one writes for, as a form needs it. */
export type FormOrganization = {
  slug: string;
  display_name: string;
  short_name: string;
  korean_name: string | null;
  time_zone: string;
  coalitions: { id: string; slug: string; display_name: string; korean_name: string | null }[];
};

/** How many organizations of a coalition would see a card, one's own among them. */
export function reachOf(coalitionId: string, fellows: Fellows): number {
  const others = fellows.find(({ coalition_id }) => coalition_id === coalitionId)?.organizations ?? [];
  return others.length + 1;
}
