import { useTranslations } from "use-intl";

/** Says that a field may stay empty. */
export function OptionalMark() {
  const t = useTranslations("ui");
  return <span className="ml-1.5 text-sm font-normal text-soft">{t("optional")}</span>;
}
