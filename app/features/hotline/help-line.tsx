import Phone from "lucide-react/icons/phone";
import { useTranslations } from "use-intl";

/** Where the coalition's help line stands. No number appears that a coalition did not enter; so far none can. */
export function HelpLine() {
  const t = useTranslations("hotline");
  return (
    <section aria-labelledby="help-line" className="border-t-4 border-cinnabar pt-3">
      <h2 id="help-line" className="flex items-center gap-2 text-lg font-bold">
        <Phone aria-hidden className="size-5 text-cinnabar" />
        {t("title")}
      </h2>
      <p className="mt-1">{t("none")}</p>
      <p className="mt-1 text-sm text-soft">{t("noneText")}</p>
    </section>
  );
}
