import { useTranslations } from "use-intl";

/** Who of the organization asked for its signature, as long as they are with it. */
export function AskedBy({ who }: { who: string | null }) {
  const t = useTranslations("letters");
  return <p>{who ? t("askedBy", { who }) : t("askedBySomebody")}</p>;
}
