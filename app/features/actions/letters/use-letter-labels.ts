import { useTranslations } from "use-intl";
import { useLanguageName } from "~/i18n/use-language-name";
import type { FormReply } from "~/platform/form";

/** What each field of a letter's forms is called, for the links of the error summary. */
export function useLetterLabels(reply: FormReply | undefined): Record<string, string> {
  const t = useTranslations("letters");
  const languageName = useLanguageName();
  const written = Object.keys(reply?.values ?? {}).flatMap((field): [string, string][] => {
    const [part, tag] = field.split(".");
    if (!tag) return [];
    return [[field, t(part === "title" ? "titleIn" : "bodyIn", { language: languageName(tag) })]];
  });
  return {
    ...Object.fromEntries(written),
    ...{
      coalition_id: t("coalition"),
      campaign_id: t("campaign"),
      time_zone: t("zone"),
    },
    ...{ due_on: t("dueOn"), due: t("due"), internal_on: t("internalOn"), internal: t("internal") },
    ...{ english_name: t("otherEnglish"), korean_name: t("otherKorean"), late: t("late", { count: 0 }) },
    ...{ audience: t("audience"), signatory_order: t("order"), people: t("peopleLegend"), who: t("who") },
  };
}
