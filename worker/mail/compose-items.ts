import { shortNameOf } from "../../app/i18n/names";
import { pickText } from "../../app/i18n/pick-text";
import { registrationPassages } from "../../app/platform/registration-sentences";
import { formatDay, formatTime, formatZone } from "../../app/platform/time";
import { optionalFoot } from "./compose-optional";
import type { Body, Composition } from "./composition";
import type { Item } from "./letter";
import type { DueItem } from "./opened";

/** Reminds, over all items and organizations at once, of what is not answered, late or due soon. */
export function itemsDue(composition: Composition): Body {
  const { contents, words, url } = composition;
  if (!contents || !("items" in contents)) throw new Error("A reminder of action items says which.");
  const { items } = contents;
  const said = words.itemsDue({ count: items.length });
  return {
    subject: said.subject,
    parts: [
      ...said.before.map((paragraph) => ({ paragraph })),
      { items: items.map((item) => listed(item, composition)) },
      { button: said.button, url: url(`/o/${items[0]?.organization.slug}/items`) },
      ...said.after.map((paragraph) => ({ paragraph })),
    ],
    foot: optionalFoot(said, composition),
  };
}

function listed(item: DueItem, { words, url }: Composition): Item {
  const { lang } = words;
  const said = words.itemsDue({ count: 1 });
  const day = `${formatDay(item.due_local, lang)}, ${formatTime(item.due_local, lang)}`;
  return {
    title: pickText(item.title, lang),
    url: url(`/items/${item.id}`),
    mark: said.states[item.late && item.state === "asked" ? "askedLate" : item.state],
    lines: [
      said.due(`${day} (${formatZone(item.time_zone, lang, item.due_at)})`),
      said.part({ organization: shortNameOf(item.organization, lang), lead: shortNameOf(item.lead, lang) }),
    ],
    warnings: item.about_registration ? registrationPassages() : [],
  };
}
