import { useLocale, useTranslations } from "use-intl";
import { formatList } from "~/i18n/format-list";
import { pickText } from "~/i18n/pick-text";
import type { Locale } from "~/i18n/translation";
import { formatTime, formatWeekday } from "~/platform/time";
import type { ExchangedHours, ExchangedPhone, ExchangedPlace, ExchangedProvider, Texts } from "./content";
import { valueWord } from "./words";

/** Says what a field holds, here or in a file, shortly enough for a list. */
export function useValueInWords(): (name: string, value: unknown) => string {
  const t = useTranslations("exchange");
  const locale = useLocale();
  return (name, value) => beginningOf(inWords(name, value));

  function inWords(name: string, value: unknown): string {
    if (value === null || value === undefined) return "";
    if (typeof value === "string") {
      const word = ["cost", "state", "credential"].includes(name) ? valueWord(value) : undefined;
      return word ? t(`value.${word}`) : value;
    }
    if (name === "phones") return formatList((value as ExchangedPhone[]).map(phone), locale);
    if (name === "schedules") return (value as ExchangedHours[]).map((hours) => hoursInWords(hours, locale)).join("; ");
    if (name === "closures") return (value as { closed_on: string }[]).map(({ closed_on }) => closed_on).join(", ");
    if (name === "places") return (value as ExchangedPlace[]).map(place).join("; ");
    if (name === "provider") return pickText((value as ExchangedProvider).name, locale).text;
    if (name === "translations") return Object.keys(value).join(", ");
    if (Array.isArray(value)) return formatList(value.map(String), locale);
    return pickText(value as Texts, locale).text;
  }
}

const phone = ({ number, extension }: ExchangedPhone) => (extension ? `${number} x${extension}` : number);
const place = ({ address_1, city, region }: ExchangedPlace) => [address_1, city, region].filter(Boolean).join(", ");

function hoursInWords({ weekdays, opens_minute, closes_minute }: ExchangedHours, locale: Locale): string {
  const at = (minute: number) => formatTime(clock(minute % 1440), locale);
  const days = weekdays.map((weekday) => formatWeekday(weekday - 1, locale)).join(", ");
  return closes_minute - opens_minute === 1440 ? `${days} 24h` : `${days} ${at(opens_minute)}–${at(closes_minute)}`;
}

const two = (number: number) => String(number).padStart(2, "0");
const clock = (minute: number) => `2024-01-01T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

function beginningOf(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300).trimEnd()}…` : text;
}
