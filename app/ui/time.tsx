import { useLocale, useTranslations } from "use-intl";
import { formatTimes, formatWhen, type When } from "~/platform/time";

type TimeProps = {
  when: When;
  /** The zone of whoever reads; their time stands below the place's when it differs. */
  readerZone?: string | undefined;
};

/** When something is, as the clocks of its place show it, and as the reader's do where that differs. */
export function Time({ when, readerZone }: TimeProps) {
  const t = useTranslations("ui");
  const locale = useLocale();
  const { place, reader } = formatWhen(when, locale, readerZone);
  const hours = formatTimes(when, locale);
  const [day, zone] = place.split(hours);

  return (
    <>
      <time dateTime={when.starts_at}>
        {day}
        <span className="whitespace-nowrap">{hours}</span>
        {zone}
      </time>
      {reader ? <span className="block text-base font-normal text-soft">{t("yourTime", { when: reader })}</span> : null}
    </>
  );
}
