import { useTranslations } from "use-intl";
import { useLanguageName } from "~/i18n/use-language-name";
import type { FormReply } from "~/platform/form";
import type { FormValues } from "~/platform/form-values";

/** What each field of a gathering is called, for the links of the error summary. */
export function useFormLabels(initial: FormValues, reply: FormReply | undefined): Record<string, string> {
  const t = useTranslations("gatherings");
  const audience = useTranslations("audience");
  const repeat = useTranslations("repeat");
  const repeating = useTranslations("repeating");
  const languageName = useLanguageName();
  const labels: Record<string, string> = {
    title: t("titleLegend"),
    kind: t("kind"),
    starts_on: t("startsOn"),
    starts: t("starts"),
    ends: t("ends"),
    ends_on: t("endsOn"),
    time_zone: t("zone"),
    repeats: repeating("label"),
    every: repeating("every"),
    weekdays: repeating("weekdays"),
    repeat_ends: repeating("ends"),
    until_on: repeating("untilOn"),
    times: repeating("times"),
    except_on: repeating("exceptOn"),
    also_on: repeating("alsoOn"),
    scope: repeat("scope"),
    area: t("area"),
    languages: t("languages"),
    other_languages: t("otherLanguages"),
    audience: audience("label"),
    recipients: audience("organizationsLegend"),
    coalition_id: t("coalition"),
    indexable: t("indexable"),
    tells_taken: t("taken"),
    "detail.address": t("address"),
    "detail.online_url": t("onlineUrl"),
    "detail.contact": t("contact"),
    "detail.accessibility": t("accessibilityLegend"),
    "detail.audience": t("detailWho"),
    "detail.recipients": t("detailRecipients"),
    "detail.coalition_id": t("coalition"),
    "detail.publish": t("publishLegend"),
    notes: t("notes"),
  };
  for (const name of Object.keys({ ...initial, ...reply?.values })) {
    const [, field, tag] = /^(title|description|detail\.instructions)\.(.+)$/.exec(name) ?? [];
    if (!tag) continue;
    if (field === "title") labels[name] = t("titleIn", { language: languageName(tag) });
    if (field === "detail.instructions") labels[name] = t("instructionsIn", { language: languageName(tag) });
    if (field === "description") labels[name] = t("descriptionIn", { language: languageName(tag) });
  }
  return labels;
}
