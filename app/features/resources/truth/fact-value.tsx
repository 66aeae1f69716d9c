import { useLocale, useTranslations } from "use-intl";
import { formatList } from "~/i18n/format-list";
import { useLanguageName } from "~/i18n/use-language-name";
import { formatSpokenTime, formatWeekday } from "~/platform/time";
import { clockOf, type Hours } from "./facts";
import { phoneShown } from "./phone-shown";

type Shown = { field: string; value: unknown };

/** One fact in words, whatever source it comes from. */
export function FactValue({ field, value }: Shown) {
  const t = useTranslations("truth");
  const locale = useLocale();
  const languageName = useLanguageName();
  const lines = linesOf();
  if (lines.length === 0) return <p className="text-soft">{t("nothing")}</p>;
  return lines.map(({ key, lang, text }) => (
    <p key={key} lang={lang} className="whitespace-pre-line wrap-anywhere">
      {text}
    </p>
  ));

  function linesOf(): { key: string; lang?: string; text: string }[] {
    if (value === null || value === undefined || value === "") return [];
    if (field === "phones") return listOf<Phone>(value).map((phone) => plain(phoneShown(phone)));
    if (field === "schedules") return listOf<Hours>(value).map((hours) => plain(hoursInWords(hours)));
    if (field.endsWith("_languages")) return allOf(listOf<string>(value).map(languageName));
    if (field === "cost") return [plain(t(`cost.${value as "free"}`))];
    if (field === "state") return [plain(t(`serviceState.${value as "active"}`))];
    if (field === "place") return [plain(addressOf(value))];
    if (Array.isArray(value)) return allOf(value.map(String));
    if (typeof value !== "object") return [plain(String(value))];
    return Object.entries(value as Record<string, unknown>).map(([lang, text]) => ({
      ...{ key: lang, lang },
      text: typeof text === "string" ? text : JSON.stringify(text),
    }));
  }

  function allOf(names: string[]) {
    return names.length > 0 ? [plain(formatList(names, locale))] : [];
  }

  function hoursInWords({ weekdays, opens_minute, closes_minute }: Hours): string {
    const days = formatList(
      weekdays.map((day) => formatWeekday(day - 1, locale)),
      locale,
    );
    const time = (minute: number) => formatSpokenTime(`2024-01-01T${clockOf(minute)}`, locale);
    if (closes_minute - opens_minute === 1440) return t("hoursWholeDay", { days, whole: t("roundTheClock") });
    return t("hours", { days, from: time(opens_minute), to: time(closes_minute) });
  }
}

type Phone = { number: string; extension?: string };

const plain = (text: string) => ({ key: text, text });
const listOf = <One,>(value: unknown): One[] => (Array.isArray(value) ? (value as One[]) : []);

function addressOf(value: unknown): string {
  const { address_1, address_2, city, region, postal_code } = value as Record<string, string | undefined>;
  return [address_1, address_2, [city, [region, postal_code].filter(Boolean).join(" ")].filter(Boolean).join(", ")]
    .filter(Boolean)
    .join("\n");
}
