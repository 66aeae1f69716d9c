import type en from "./messages/en";

type SameKeys<Messages> = { [Key in keyof Messages]: Messages[Key] extends string ? string : SameKeys<Messages[Key]> };

/** What a language's file must hold: the keys of the English one, each a sentence. */
export type Translation = SameKeys<typeof en>;

/** A language tag that has a file in messages/. Files decide, not the compiler: a new one is a new language. */
export type Locale = string;

declare module "use-intl" {
  interface AppConfig {
    Messages: typeof en;
    Locale: Locale;
  }
}
