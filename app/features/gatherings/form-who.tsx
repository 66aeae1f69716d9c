import { useLocale, useTranslations } from "use-intl";
import { nameOf, shortNameOf } from "~/i18n/names";
import { Choice } from "~/ui/choice";
import { Select } from "~/ui/select";
import type { Fellows } from "./card";
import { type FormOrganization, reachOf } from "./form-organization";
import { FormSection } from "./form-section";
import { type FormValues, one } from "./form-values";
import { RecipientsChoice } from "./recipients-choice";

type FormWhoProps = { initial: FormValues; organization: FormOrganization; fellows: Fellows };

/** Who can see this: each choice says in a sentence what it means, with numbers. */
export function FormWho({ initial, organization, fellows }: FormWhoProps) {
  const t = useTranslations("gatherings");
  const audience = useTranslations("audience");
  const locale = useLocale();
  const name = shortNameOf(organization, locale);
  const { coalitions } = organization;
  const [only] = coalitions;

  const owner = { value: "owner", label: audience("owner"), hint: t("ownerMeans", { organization: name }) };
  const named = {
    value: "named",
    label: audience("named"),
    hint: t("namedMeans", { organization: name }),
    more: <RecipientsChoice initial={initial} organization={organization} fellows={fellows} />,
  };
  const coalition = {
    value: "coalition",
    label: audience("coalition"),
    hint:
      only && coalitions.length === 1
        ? t("coalitionMeans", {
            organization: name,
            coalition: nameOf(only, locale),
            count: reachOf(only.id, fellows),
          })
        : t("coalitionsMeans"),
    more:
      coalitions.length > 1 ? (
        <Select
          name="coalition_id"
          label={t("coalition")}
          options={coalitions.map((one) => ({ value: one.id, label: nameOf(one, locale) }))}
          defaultValue={one(initial.coalition_id)}
        />
      ) : undefined,
  };
  const everyone = { value: "everyone", label: audience("everyone"), hint: t("everyoneMeans") };

  return (
    <FormSection title={t("who")}>
      <Choice
        type="radio"
        name="audience"
        legend={<span className="sr-only">{audience("label")}</span>}
        options={coalitions.length > 0 ? [owner, named, coalition, everyone] : [owner, everyone]}
        defaultValue={one(initial.audience)}
      />
      {only && coalitions.length === 1 ? <input type="hidden" name="coalition_id" value={only.id} /> : null}
    </FormSection>
  );
}
