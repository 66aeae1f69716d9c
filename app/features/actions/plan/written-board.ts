import { shortNameOf } from "~/i18n/names";
import { pickText } from "~/i18n/pick-text";
import type { Locale } from "~/i18n/translation";
import type { Board } from "./facts";

/** The board in the reader's language alone, and of organizations what stands on it: a page carries no more. */
export function writtenBoard({ campaigns, organizations, beside }: Board, locale: Locale) {
  const nameOfOne = (id: string) => {
    const one = organizations[id];
    return one ? shortNameOf(one, locale) : "";
  };
  const titled = ({ id, title, due_local }: Board["campaigns"][number]["late_items"][number]) => ({
    ...{ id, due_local, title: pickText(title, locale) },
  });
  return {
    beside,
    campaigns: campaigns.map(({ name, lead, late_items, next_items, waiting_for, ...campaign }) => ({
      ...campaign,
      ...{ name: pickText(name, locale), lead: nameOfOne(lead), hue: organizations[lead]?.color ?? "" },
      ...{ late_items: late_items.map(titled), next_items: next_items.map(titled) },
      waiting_for: waiting_for.map(nameOfOne),
    })),
  };
}
export type WrittenCampaign = ReturnType<typeof writtenBoard>["campaigns"][number];
