import { useTranslations } from "use-intl";
import type { WholeLetter } from "./facts";
import { NameList } from "./name-list";

/** Who signed an earlier text and is asked to confirm. */
export function Unconfirmed({ names }: { names: WholeLetter["unconfirmed"] }) {
  const t = useTranslations("letters");
  if (names.length === 0) return null;
  return (
    <section aria-labelledby="unconfirmed" className="grid gap-3">
      <h2 id="unconfirmed" className="text-xl font-bold">
        {t("unconfirmed", { count: names.length })}
      </h2>
      <p className="max-w-measure text-soft">{t("unconfirmedHint")}</p>
      <NameList names={names} />
    </section>
  );
}
