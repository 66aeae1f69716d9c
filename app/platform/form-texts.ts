import { z } from "zod";

/** A text in any number of languages, by tag; languages left blank are not kept. */
export function texts(max: number, tidied: (text: string) => string) {
  return z
    .record(
      z.string().regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/, "language_unknown"),
      z.string().optional(),
    )
    .optional()
    .transform((typed, context) => {
      const kept: Record<string, string> = {};
      for (const [tag, value] of Object.entries(typed ?? {})) {
        const text = tidied(value ?? "");
        if (text.length > max)
          context.addIssue({ code: "custom", path: [tag], message: "too_long", params: { maximum: max } });
        if (text) kept[tag] = text;
      }
      return kept;
    });
}

/** Several lines of plain text. */
export function paragraph(max: number) {
  return z.string().transform(tidy).refine(atMost(max), tooLong(max));
}

/** A box that is ticked or not. */
export function checked() {
  return z.enum(["true"], "choose_one").optional().transform(Boolean);
}

export function atMost(max: number) {
  return (text: string) => text.length <= max;
}

export function tooLong(max: number) {
  return { error: "too_long", params: { maximum: max } };
}

export function tooMany(max: number) {
  return { error: "too_many", params: { maximum: max } };
}

export function tidy(text: string): string {
  return text.normalize("NFC").replace(/\r\n?/g, "\n").trim();
}

export function inOneLine(text: string): string {
  return tidy(text).replace(/\s+/g, " ");
}
