import { pickText } from "~/i18n/pick-text";
import type { ShownEntry } from "./collection-entries";
import type { Collection } from "./facts";
import { weekInWords } from "./hours-in-words";
import { giverOf, languagesInWords, phoneInWords, type Writing } from "./words";

/** The entries of a collection as its page shows them. */
export function shownEntries({ entries }: Pick<Collection, "entries">, writing: Writing): ShownEntry[] {
  const { locale, t } = writing;
  return entries.map(({ note, service }) => {
    const [phone] = service.phones;
    const { state } = service;
    return {
      id: service.id,
      name: pickText(service.name, locale),
      giver: giverOf(service, locale),
      note,
      phone: phone ? { written: phoneInWords(phone, writing), number: phone.number } : null,
      hours: weekInWords(service.schedules, writing),
      languages: languagesInWords(service, writing),
      audience: service.audience,
      state: state === "active" ? null : state === "draft" ? t("handingOut.states.draft") : t(`handingOut.${state}`),
      stale: service.stale,
    };
  });
}
