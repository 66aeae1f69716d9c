import { nameOf, shortNameOf } from "../../app/i18n/names";
import { formatDay, formatTime, formatZone, localIn } from "../../app/platform/time";
import { type Body, type Composition, organizationOf } from "./composition";
import type { Part } from "./letter";
import type { Said, Words } from "./words/words";

/** Invites an address into an organization. */
export function invitation({ message, words, url }: Composition): Body {
  const organization = organizationOf(message);
  const said = words.invitation({
    organization: nameOf(organization, words.lang),
    short: shortNameOf(organization, words.lang),
    ...(message.invited_by ? { invitedBy: message.invited_by } : {}),
    role: words.role(message.role ?? "viewer"),
    until: momentIn(organization.time_zone, message.expires_at ?? "", words),
  });
  return oneThing(said, url(`/invitations/${message.token}`));
}

/** Asks the address that an account has whether it changes. */
export function addressCurrent({ message, words, url }: Composition): Body {
  return oneThing(words.addressCurrent({ newAddress: message.new_email ?? "" }), url(`/address/${message.token}`));
}

/** Asks the address that an account is to have. */
export function addressNew({ message, words, url }: Composition): Body {
  return oneThing(words.addressNew, url(`/address/${message.token}`));
}

/** Tells the address that an account had. */
export function addressChanged({ words, url }: Composition): Body {
  return oneThing(words.addressChanged, url("/sign-in"));
}

/** A letter that asks for one thing: some sentences, a button, some more. */
export function oneThing({ subject, before, button, after }: Said, url: string): Body {
  const paragraphs = (sentences: string[]): Part[] => sentences.map((paragraph) => ({ paragraph }));
  return { subject, parts: [...paragraphs(before), { button, url }, ...paragraphs(after)], foot: [] };
}

function momentIn(zone: string, instant: string, { lang }: Words): string {
  const local = localIn(instant, zone);
  return `${formatDay(local, lang)}, ${formatTime(local, lang)} (${formatZone(zone, lang, instant)})`;
}
