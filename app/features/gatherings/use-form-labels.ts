import { useTranslations } from "use-intl";
import type { FormReply } from "~/platform/form";
import type { FormValues } from "./form-values";
import { useLanguageName } from "./use-language-name";

/** What each field of a gathering is called, for the links of the error summary. */
export function useFormLabels(initial: FormValues, reply: FormReply | undefined): Record<string, string> {
  const t = useTranslations("gatherings");
  const audience = useTranslations("audience");
  const languageName = useLanguageName();
  const labels: Record<string, string> = {
    title: t("titleLegend"),
    kind: t("kind"),
    starts_on: t("startsOn"),
    starts: t("starts"),
    ends: t("ends"),
    ends_on: t("endsOn"),
    time_zone: t("zone"),
    area: t("area"),
    languages: t("languages"),
    other_languages: t("otherLanguages"),
    audience: audience("label"),
    recipients: t("organizationsLegend"),
    coalition_id: t("coalition"),
  };
  for (const name of Object.keys({ ...initial, ...reply?.values })) {
    const [field, tag] = name.split(".");
    if (!tag) continue;
    if (field === "title") labels[name] = t("titleIn", { language: languageName(tag) });
    if (field === "description") labels[name] = t("descriptionIn", { language: languageName(tag) });
  }
  return labels;
}
