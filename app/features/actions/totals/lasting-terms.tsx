import { useLocale, useTranslations } from "use-intl";
import { nameOf } from "~/i18n/names";
import type { FormOrganization } from "~/platform/form-organization";
import { formatZone } from "~/platform/time";
import { Field } from "~/ui/field";
import { Select } from "~/ui/select";

type LastingTermsProps = { organization: FormOrganization; thisMonth: string };

/** What of a count never changes once it has begun: with whom, from how many on, since when, and on which day months close. */
export function LastingTerms({ organization: { coalitions, time_zone }, thisMonth }: LastingTermsProps) {
  const t = useTranslations("totals");
  const locale = useLocale();
  return (
    <>
      <input type="hidden" name="time_zone" value={time_zone} />
      <Select
        name="coalition_id"
        label={t("coalition")}
        options={coalitions.map((one) => ({ value: one.id, label: nameOf(one, locale) }))}
      />
      <Field
        name="minimum"
        label={t("minimum")}
        hint={t("minimumHint")}
        inputMode="numeric"
        width="short"
        defaultValue="3"
      />
      <Field
        name="closing_day"
        label={t("closingDay")}
        hint={t("closingDayHint", { zone: formatZone(time_zone, locale) })}
        inputMode="numeric"
        width="short"
        defaultValue="10"
      />
      <Field
        name="first_month"
        type="month"
        label={t("firstMonth")}
        hint={t("monthHint", { month: thisMonth })}
        width="short"
        defaultValue={thisMonth}
      />
    </>
  );
}
