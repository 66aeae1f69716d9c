import { shortNameOf } from "../../app/i18n/names";
import { pickText } from "../../app/i18n/pick-text";
import { registrationPassages } from "../../app/platform/registration-sentences";
import { formatWhen } from "../../app/platform/time";
import type { Composition } from "./composition";
import type { Item } from "./letter";
import type { MailLine } from "./opened";

/** A gathering as letters list it. */
export function itemOf(line: MailLine, { message, words, url }: Composition): Item {
  const { place, reader } = formatWhen(line, words.lang, message.time_zone);
  const mark = { cancelled: words.cancelled, draft: words.draft }[line.state];
  return {
    title: pickText(line.title, words.lang),
    url: url(`/gatherings/${line.id}`),
    mark,
    lines: [
      place,
      ...(reader ? [words.yourTime(reader)] : []),
      [shortNameOf(line.organization, words.lang), line.area].filter(Boolean).join(" · "),
    ],
    warnings: line.kind === "registration_drive" ? registrationPassages() : [],
  };
}
