import { shortNameOf } from "../../app/i18n/names";
import type { Body, Composition } from "./composition";
import { itemOf } from "./item-of";
import type { Part } from "./letter";
import type { Said } from "./words/words";

/** Invites an organization to hold a gathering with its owner, or to spread the word. */
export function hosting(composition: Composition): Body {
  const { words, url } = composition;
  const { names, line, host } = namesOf(composition);
  return letter(words.hosting(names), composition, url(`/o/${host.slug}/gatherings/${line.id}/hosting`));
}

/** Tells who invited what the other organization answered. */
export function hostingAnswered(composition: Composition): Body {
  const { words, url } = composition;
  const { names, line } = namesOf(composition);
  return letter(words.hostingAnswered(names), composition, url(`/gatherings/${line.id}`));
}

function namesOf({ message, words }: Composition) {
  const { gathering, host } = message;
  if (!gathering || !host) throw new Error("A letter about holding a gathering says which one, and with whom.");
  const names = {
    owner: shortNameOf(gathering.organization, words.lang),
    host: shortNameOf(host, words.lang),
    part: message.part ?? "co_host",
    mayEdit: message.may_edit ?? false,
    accepted: message.state === "accepted",
    occurrences: message.occurrences ?? 1,
  };
  return { names, line: gathering, host };
}

function letter(said: Said, composition: Composition, button: string): Body {
  const paragraphs = (sentences: string[]): Part[] => sentences.map((paragraph) => ({ paragraph }));
  const { line } = namesOf(composition);
  return {
    subject: said.subject,
    parts: [
      ...paragraphs(said.before),
      { items: [itemOf(line, composition)] },
      { button: said.button, url: button },
      ...paragraphs(said.after),
    ],
    foot: [],
  };
}
