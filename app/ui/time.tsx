import { useLocale, useTranslations } from "use-intl";
import { formatWhen, type When } from "~/platform/time";

type TimeProps = {
  when: When;
  /** The zone of whoever reads; their time stands below the place's when it differs. */
  readerZone?: string | undefined;
};

/** When something is, as the clocks of its place show it, and as the reader's do where that differs. */
export function Time({ when, readerZone }: TimeProps) {
  const t = useTranslations("ui");
  const { place, reader } = formatWhen(when, useLocale(), readerZone);

  return (
    <>
      <time dateTime={when.starts_at}>{place}</time>
      {reader ? <span className="block text-base font-normal text-soft">{t("yourTime", { when: reader })}</span> : null}
    </>
  );
}
