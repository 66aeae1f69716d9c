import { useLocale, useTranslations } from "use-intl";
import { useLanguageName } from "~/i18n/use-language-name";
import type { Fellows } from "~/platform/fellows";
import type { FormOrganization } from "~/platform/form-organization";
import { all, type FormValues, one } from "~/platform/form-values";
import { Choice } from "~/ui/choice";
import { Field } from "~/ui/field";
import { FormSection } from "~/ui/form-section";
import { TextArea } from "~/ui/text-area";
import { AudienceChoice } from "./audience-choice";
import { languagesOf } from "./form-values";
import { accessibilityFacts } from "./vocabulary";

type FormDetailProps = {
  initial: FormValues;
  /** Who chooses its audience; nobody where that is somebody else's decision. */
  audience: { organization: FormOrganization; fellows: Fellows } | null;
  /** Why nothing of it can be changed here. */
  fixed?: string;
};

/** The exact place and what to know on the way, with an audience of its own. */
export function FormDetail({ initial, audience, fixed }: FormDetailProps) {
  const t = useTranslations("gatherings");
  const fact = useTranslations("accessibility");
  const languageName = useLanguageName();
  const languages = languagesOf(initial, useLocale());

  if (fixed) {
    return (
      <FormSection title={t("detailLegend")}>
        <p>{fixed}</p>
      </FormSection>
    );
  }
  return (
    <FormSection title={t("detailLegend")}>
      <TextArea
        name="detail.address"
        label={t("address")}
        hint={audience ? t("addressHint") : undefined}
        optional
        rows={2}
        defaultValue={one(initial["detail.address"])}
        autoComplete="off"
      />
      <Field
        name="detail.online_url"
        type="url"
        label={t("onlineUrl")}
        hint={t("onlineUrlHint")}
        optional
        defaultValue={one(initial["detail.online_url"])}
        autoComplete="off"
      />
      <Field
        name="detail.contact"
        label={t("contact")}
        hint={t("contactHint")}
        optional
        defaultValue={one(initial["detail.contact"])}
        autoComplete="off"
      />
      <Choice
        type="checkbox"
        name="detail.accessibility"
        legend={t("accessibilityLegend")}
        layout="wrap"
        optional
        options={accessibilityFacts.map((value) => ({ value, label: fact(value) }))}
        defaultValue={all(initial["detail.accessibility"])}
      />
      {languages.map((tag) => (
        <TextArea
          key={tag}
          name={`detail.instructions.${tag}`}
          lang={tag}
          label={t("instructionsIn", { language: languageName(tag) })}
          optional
          rows={2}
          defaultValue={one(initial[`detail.instructions.${tag}`])}
        />
      ))}
      {audience ? <AudienceChoice layer="detail" initial={initial} {...audience} /> : null}
    </FormSection>
  );
}
