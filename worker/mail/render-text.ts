import type { Item, Letter, Part } from "./letter";

/** A letter as plain text. */
export function renderText({ parts, foot }: Letter): string {
  return `${[...parts.map(partText), "—", ...foot.map(partText)].join("\n\n")}\n`;
}

function partText(part: Part): string {
  if ("heading" in part) return `■ ${part.heading}`;
  if ("paragraph" in part) return part.paragraph;
  if ("items" in part) return part.items.map(itemText).join("\n\n");
  return "button" in part ? `${part.button}:\n${part.url}` : `${part.link}:\n${part.url}`;
}

function itemText({ title, mark, lines, warnings, url }: Item): string {
  const name = mark ? `[${mark}] ${title.text}` : title.text;
  return [name, ...lines, ...warnings.map(({ text }) => `※ ${text}`), url].join("\n");
}
