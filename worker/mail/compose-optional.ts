import { shortNameOf } from "../../app/i18n/names";
import { daysBetween } from "../../app/platform/days";
import { todayIn } from "../../app/platform/time";
import { type Body, type Composition, organizationOf } from "./composition";
import { itemOf } from "./item-of";
import type { Part } from "./letter";
import type { MailLine } from "./opened";

/** Reminds of a gathering that is near. */
export function reminder(composition: Composition): Body {
  const { message, contents, words, url, now } = composition;
  if (!contents || !("reminder" in contents)) throw new Error("A reminder says of which gathering it is.");
  const line = contents.reminder;
  const said = words.reminder(nearness(line, message.time_zone, now));
  return {
    subject: said.subject,
    parts: [
      { items: [itemOf(line, composition)] },
      { button: said.button, url: url(`/gatherings/${line.id}`) },
      ...said.after.map((paragraph) => ({ paragraph })),
    ],
    foot: optionalFoot(said, composition),
  };
}

/** The week of one organization: what is on, what partners shared, what waits for the reader. */
export function digest(composition: Composition): Body {
  const { message, contents, words, url } = composition;
  if (!contents || !("digest" in contents)) throw new Error("A digest says what is on.");
  const organization = organizationOf(message);
  const said = words.digest({ short: shortNameOf(organization, words.lang) });
  const { this_week, new_from_partners, waits_for_you } = contents.digest;
  const items = (lines: MailLine[]) => ({ items: lines.map((line) => itemOf(line, composition)) });
  const invitations = [
    { paragraph: said.invitations(waits_for_you.invitations) },
    { link: said.members, url: url(`/o/${organization.slug}/members`) },
  ];
  const hostings = [
    { paragraph: said.hostings(waits_for_you.hostings) },
    { link: said.hostingsLink, url: url(`/o/${organization.slug}/hostings`) },
  ];
  return {
    subject: said.subject,
    parts: [
      ...section(said.thisWeek, this_week.length > 0 ? [items(this_week)] : []),
      ...section(said.newFromPartners, new_from_partners.length > 0 ? [items(new_from_partners)] : []),
      ...section(said.waitsForYou, [
        ...(waits_for_you.drafts.length > 0 ? [{ paragraph: said.drafts }, items(waits_for_you.drafts)] : []),
        ...(waits_for_you.hostings > 0 ? hostings : []),
        ...(waits_for_you.invitations > 0 ? invitations : []),
      ]),
      { button: said.button, url: url(`/o/${organization.slug}/calendar`) },
    ],
    foot: optionalFoot(said, composition),
  };
}

const section = (heading: string, parts: Part[]): Part[] => (parts.length > 0 ? [{ heading }, ...parts] : []);

function nearness({ starts_at }: MailLine, zone: string, now: Date): "today" | "tomorrow" | "later" {
  const days = daysBetween(todayIn(zone, now), todayIn(zone, new Date(starts_at)));
  return days === 0 ? "today" : days === 1 ? "tomorrow" : "later";
}

/** Why optional mail came, and how to end it. */
export function optionalFoot(said: { why: string; unsubscribe: string }, { message, words, url }: Composition): Part[] {
  return [
    { paragraph: said.why },
    { link: said.unsubscribe, url: url(`/unsubscribe/${message.token}`) },
    { link: words.settings, url: url("/settings") },
  ];
}
