import { useTranslations } from "use-intl";
import { AudienceChoice } from "./audience-choice";
import type { Fellows } from "./card";
import type { FormOrganization } from "./form-organization";
import { FormSection } from "./form-section";
import type { FormValues } from "./form-values";
import { TakenChoice } from "./taken-choice";

type FormWhoProps = { initial: FormValues; organization: FormOrganization; fellows: Fellows };

/** Who can see the gathering at all. */
export function FormWho(choice: FormWhoProps) {
  const t = useTranslations("gatherings");
  return (
    <FormSection title={t("who")}>
      <p className="max-w-measure text-soft">{t("cardMeans")}</p>
      <AudienceChoice layer="card" {...choice} />
      <TakenChoice initial={choice.initial} />
    </FormSection>
  );
}
