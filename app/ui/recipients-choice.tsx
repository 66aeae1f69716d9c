import { useLocale, useTranslations } from "use-intl";
import { nameOf, shortNameOf } from "~/i18n/names";
import type { Fellows } from "~/platform/fellows";
import type { FormOrganization } from "~/platform/form-organization";
import { all, type FormValues } from "~/platform/form-values";
import { FieldErrors } from "~/ui/field-errors";
import { useField } from "~/ui/form-context";
import { OrganizationMark } from "~/ui/organization-mark";

type RecipientsChoiceProps = {
  name: string;
  initial: FormValues;
  organization: FormOrganization;
  fellows: Fellows;
};

/** The organizations one may name, by the coalition one shares with them; each stands once. */
export function RecipientsChoice({ name, initial, organization, fellows }: RecipientsChoiceProps) {
  const t = useTranslations("audience");
  const locale = useLocale();
  const { id, errors, value, answered, aria } = useField(name, { hint: false });
  const chosen = all(answered ? value : initial[name]);
  const groups = eachOnce(fellows);

  if (groups.length === 0) return <p>{t("noFellows", { organization: shortNameOf(organization, locale) })}</p>;
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={aria["aria-describedby"]}>
      <legend className="mb-1 font-semibold">{t("organizationsLegend")}</legend>
      <FieldErrors id={id} errors={errors} />
      {groups.map(({ coalition_id, organizations }) => (
        <fieldset key={coalition_id}>
          <legend className="mt-1 text-sm text-soft">
            {t("organizationsOf", { coalition: coalitionName(coalition_id) })}
          </legend>
          {organizations.map((one) => (
            <label key={one.id} className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
              <input
                type="checkbox"
                name={name}
                value={one.id}
                defaultChecked={chosen.includes(one.id)}
                className="mt-0.5 size-5 shrink-0 cursor-pointer accent-jade"
              />
              <OrganizationMark organization={one} name="whole" />
            </label>
          ))}
        </fieldset>
      ))}
    </fieldset>
  );

  function coalitionName(coalitionId: string): string {
    const coalition = organization.coalitions.find((one) => one.id === coalitionId);
    return coalition ? nameOf(coalition, locale) : "";
  }
}

/** An organization met in two coalitions is offered under the first. */
function eachOnce(fellows: Fellows): Fellows {
  const met = new Set<string>();
  return fellows
    .map(({ coalition_id, organizations }) => ({
      coalition_id,
      organizations: organizations.filter(({ id }) => !met.has(id) && met.add(id)),
    }))
    .filter(({ organizations }) => organizations.length > 0);
}
