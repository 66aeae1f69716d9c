import { pickText } from "~/i18n/pick-text";
import { registrationSentenceIn } from "~/platform/registration-sentences";
import { formatShortDay } from "~/platform/time";
import { letters } from "./cut-text";
import type { HandoutFacts } from "./facts";
import { hoursInWords, weekInWords } from "./hours-in-words";
import { isOpenToEveryone, languagesInWords, phoneInWords, registersVoters, type Writing } from "./words";

/** The longest message that KakaoTalk and text messages carry whole. */
export const messageLimit = 300;

type Message = Writing & { url: string; demonstration: boolean };

/**
 * What one sends somebody who asks: the name, the phone, the next hours, the languages and the link, in at most 300
 * characters as telephones count them (UTF-16). What there is no room for is left out; a phone and a link are whole or absent,
 * and a name is never cut within a letter.
 */
export function writeMessage(facts: HandoutFacts, message: Message): string {
  const { t, locale, url, demonstration } = message;
  const name = [
    demonstration ? t("handingOut.messageDemonstration") : "",
    facts.state === "paused" || facts.state === "closed" ? `[${t(`handingOut.${facts.state}`)}]` : "",
    pickText(facts.name, locale).text,
  ]
    .filter(Boolean)
    .join(" ");
  const [first] = facts.phones;
  const phone = first ? phoneInWords(first, message) : "";
  // Stands wherever a registration drive does: without room for it there is none for the rest.
  const warning = registersVoters(facts) ? registrationSentenceIn(locale) : "";
  const link = isOpenToEveryone(facts) ? url : "";

  const lines = [
    { at: 1, text: phone },
    { at: 5, text: link },
    { at: 2, text: warning },
  ].filter(({ text }) => text);
  while (lengthOf(lines) > messageLimit - 40 && lines.length > 1) lines.splice(1, 1);
  const title = cutTo(name, messageLimit - lengthOf(lines));
  lines.push({ at: 0, text: title });
  const wishes = [
    { at: 3, text: facts.stale ? t("handingOut.messageConfirm") : "" },
    { at: 4, text: openingInWords(facts, message) },
    { at: 4.5, text: languagesInWords(facts, message) },
  ];
  for (const wish of wishes) {
    if (wish.text && lengthOf([...lines, wish]) - 1 <= messageLimit) lines.push(wish);
  }
  return lines
    .sort((one, other) => one.at - other.at)
    .map(({ text }) => text)
    .join("\n");
}

function openingInWords({ opening, schedules }: HandoutFacts, message: Message): string {
  const { t, locale } = message;
  if (!opening) return weekInWords(schedules, message).join("\n");
  const said = { day: formatShortDay(opening.day, locale), hours: hoursInWords(opening.hours, message) };
  return t(opening.is_today ? "handingOut.messageToday" : "handingOut.messageNext", said);
}

/** With a line break after each. */
const lengthOf = (lines: { text: string }[]) => lines.reduce((sum, { text }) => sum + text.length + 1, 0);

/** As much of a text as fits, whole letters only, with a mark where something is gone. */
function cutTo(text: string, room: number): string {
  if (text.length <= room) return text;
  let cut = "";
  for (const { segment } of letters.segment(text)) {
    if (cut.length + segment.length + 1 > room) break;
    cut += segment;
  }
  return `${cut.trimEnd()}…`;
}
