import type { Phone } from "./service";

/** A number as people in its country write it: 213-555-0100, 02-555-0100 with +82; with its extension. */
export function formatPhone({ number, extension }: Phone): string {
  const [, area, exchange, line] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number) ?? [];
  const written = area ? `${area}-${exchange}-${line}` : number;
  return extension ? `${written} #${extension}` : written;
}

/** Where a telephone takes it, the extension after a pause. */
export function phoneLink({ number, extension }: Phone): string {
  return `tel:${number}${extension ? `,${extension}` : ""}`;
}
