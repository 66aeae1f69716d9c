/** What a language is called; a variety without a name of its own as the language, an unknown one by its tag. */
export function nameLanguage(tag: string, names: Record<string, string>): string {
  return names[tag] ?? names[tag.split("-")[0] ?? tag] ?? tag;
}
