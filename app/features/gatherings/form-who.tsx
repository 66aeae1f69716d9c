import { useTranslations } from "use-intl";
import type { Fellows } from "~/platform/fellows";
import type { FormOrganization } from "~/platform/form-organization";
import type { FormValues } from "~/platform/form-values";
import { FormSection } from "~/ui/form-section";
import { AudienceChoice } from "./audience-choice";
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
