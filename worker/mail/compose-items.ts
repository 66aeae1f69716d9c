import { shortNameOf } from "../../app/i18n/names";
import { pickText } from "../../app/i18n/pick-text";
import { registrationPassages } from "../../app/platform/registration-sentences";
import { formatDay, formatTime, formatZone } from "../../app/platform/time";
import { optionalFoot } from "./compose-optional";
import type { Body, Composition } from "./composition";
import type { Item } from "./letter";
import type { AskedLetter, DueItem } from "./opened";

/** Reminds, over all items, letters and organizations at once, of what is not answered, late or due soon. */
export function itemsDue(composition: Composition): Body {
  const { contents, words, url } = composition;
  if (!contents || !("items" in contents)) throw new Error("A reminder of action items says which.");
  const { items, letters } = contents;
  const said = words.itemsDue({ count: items.length + letters.length });
  const [item] = items;
  const page = item ? `${item.organization.slug}/items` : `${letters[0]?.organization.slug}/letters`;
  return {
    subject: said.subject,
    parts: [
      ...said.before.map((paragraph) => ({ paragraph })),
      { items: [...items.map((one) => listed(one, composition)), ...letters.map((one) => toSign(one, composition))] },
      { button: item ? said.button : said.lettersButton, url: url(`/o/${page}`) },
      ...said.after.map((paragraph) => ({ paragraph })),
    ],
    foot: optionalFoot(said, composition),
  };
}

function listed(item: DueItem, { words, url }: Composition): Item {
  const { lang } = words;
  const said = words.itemsDue({ count: 1 });
  return {
    title: pickText(item.title, lang),
    url: url(`/items/${item.id}`),
    mark: said.states[item.late && item.state === "asked" ? "askedLate" : item.state],
    lines: [
      said.due(momentOf(item, lang)),
      said.part({ organization: shortNameOf(item.organization, lang), lead: shortNameOf(item.lead, lang) }),
    ],
    warnings: item.about_registration ? registrationPassages() : [],
  };
}

function toSign(letter: AskedLetter, { words, url }: Composition): Item {
  const { lang } = words;
  const said = words.itemsDue({ count: 1 });
  const { organization, lead } = letter;
  return {
    title: pickText(letter.title, lang),
    url: url(`/o/${organization.slug}/letters/${letter.id}/signature`),
    mark: said.states[letter.late ? "signLate" : "sign"],
    lines: [
      said.due(momentOf(letter, lang)),
      said.signature({ organization: shortNameOf(organization, lang), lead: shortNameOf(lead, lang) }),
    ],
    warnings: [],
  };
}

function momentOf({ due_local, due_at, time_zone }: Pick<DueItem, "due_local" | "due_at" | "time_zone">, lang: string) {
  return `${formatDay(due_local, lang)}, ${formatTime(due_local, lang)} (${formatZone(time_zone, lang, due_at)})`;
}
