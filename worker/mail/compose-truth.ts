import { shortNameOf } from "../../app/i18n/names";
import { pickText } from "../../app/i18n/pick-text";
import { formatDay } from "../../app/platform/time";
import { optionalFoot } from "./compose-optional";
import { type Body, type Composition, organizationOf } from "./composition";
import type { Part } from "./letter";
import type { DueService } from "./opened";

/** Asks an organization's editors whether what it lists is still right: one press for each entry. */
export function servicesDue(composition: Composition): Body {
  const { message, words, url } = composition;
  const organization = organizationOf(message);
  const { due = [], suggestions = 0 } = message;
  const said = words.servicesDue({ short: shortNameOf(organization, words.lang), due: due.length });
  return {
    subject: said.subject,
    parts: [
      ...(due.length > 0 ? said.before.map((paragraph) => ({ paragraph })) : []),
      ...due.flatMap((service) => entry(service, composition)),
      ...(suggestions > 0 ? [{ paragraph: said.suggestions(suggestions) }] : []),
      { button: said.button, url: url(`/o/${organization.slug}/resources/checks`) },
      ...said.after.map((paragraph) => ({ paragraph })),
    ],
    foot: optionalFoot(said, composition),
  };
}

function entry({ id, name, verify_by, token }: DueService, { words, url }: Composition): Part[] {
  const said = words.servicesDue({ short: "", due: 1 });
  const title = pickText(name, words.lang);
  return [
    {
      items: [
        {
          title,
          url: url(`/resources/${id}`),
          lines: [verify_by ? said.believed(formatDay(verify_by, words.lang)) : said.neverVerified],
          warnings: [],
        },
      ],
    },
    { link: said.stillTrue(title.text), url: url(`/still-true/${token}`) },
  ];
}

/** Tells who suggested a change what came of it. */
export function suggestionAnswered({ message, words, url }: Composition): Body {
  const { suggestion } = message;
  if (!suggestion) throw new Error("A letter about a suggestion says which one.");
  const { service, state } = suggestion;
  const name = service ? pickText(service.name, words.lang).text : undefined;
  const said = words.suggestionAnswered({ accepted: state === "accepted", ...(name ? { name } : {}) });
  return {
    subject: said.subject,
    parts: [
      ...said.before.map((paragraph) => ({ paragraph })),
      ...(service ? [{ button: said.button, url: url(`/resources/${service.id}`) }] : []),
      ...said.after.map((paragraph) => ({ paragraph })),
    ],
    foot: [],
  };
}
