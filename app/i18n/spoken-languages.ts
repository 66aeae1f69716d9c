/** Offered as boxes to tick, the most spoken at our gatherings first. */
export const commonLanguages = ["ko", "en", "es", "zh", "vi", "tl", "ja", "km", "ar"] as const;

/** Understood when typed, signed and indigenous languages among them. Every one has its name in the messages. */
export const typedLanguages = [
  ...[
    "am",
    "ase",
    "bn",
    "ch",
    "de",
    "fa",
    "fil",
    "fr",
    "gu",
    "haw",
    "he",
    "hi",
    "hmn",
    "ht",
    "hy",
    "id",
    "ig",
    "it",
    "kjb",
  ],
  ...["kk", "ku", "kvk", "lo", "mam", "mh", "mix", "ml", "mn", "ms", "my", "nah", "ne", "pa", "pl", "ps", "pt", "quc"],
  ...["ru", "si", "sm", "so", "sw", "ta", "te", "th", "ti", "to", "tr", "uk", "ur", "uz", "yo", "yue", "zap"],
] as const;

/** Whether a language is one of the boxes. */
export function isCommonLanguage(tag: string): boolean {
  return (commonLanguages as readonly string[]).includes(tag);
}
