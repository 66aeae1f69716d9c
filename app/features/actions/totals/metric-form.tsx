import { useLocale, useTranslations } from "use-intl";
import { nameOf, shortNameOf } from "~/i18n/names";
import { pickText } from "~/i18n/pick-text";
import { useLanguageName } from "~/i18n/use-language-name";
import type { FormReply } from "~/platform/form";
import type { FormOrganization } from "~/platform/form-organization";
import { formatZone } from "~/platform/time";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Form } from "~/ui/form";
import { LinkButton } from "~/ui/link-button";
import { Select } from "~/ui/select";
import { TickedBox } from "~/ui/ticked-box";
import { TextsFields } from "./texts-fields";

type MetricFormProps = {
  organization: FormOrganization;
  submissionId: string;
  /** The campaigns of the organization that it may count for. */
  campaigns: { id: string; name: Record<string, string> }[];
  /** The month that it is now, as `2026-11`. */
  thisMonth: string;
  back: string;
  reply: FormReply | undefined;
};

/** Asks what is counted together, from when to when, and from how many organizations on a total is shown. */
export function MetricForm({ organization, submissionId, campaigns, thisMonth, back, reply }: MetricFormProps) {
  const t = useTranslations("totals");
  const locale = useLocale();
  const languageName = useLanguageName();
  const { coalitions, time_zone } = organization;
  const zone = formatZone(time_zone, locale);
  const labels = { name: t("name"), unit: t("unit"), minimum: t("minimum"), goal: t("goal") };
  return (
    <Form
      reply={reply}
      labels={{ ...labels, first_month: t("firstMonth"), last_month: t("lastMonth"), closing_day: t("closingDay") }}
    >
      <input type="hidden" name="submission_id" value={submissionId} />
      <input type="hidden" name="time_zone" value={time_zone} />
      <Select
        name="coalition_id"
        label={t("coalition")}
        options={coalitions.map((one) => ({ value: one.id, label: nameOf(one, locale) }))}
      />
      {campaigns.length > 0 ? (
        <Select
          name="campaign_id"
          label={t("campaign")}
          hint={t("campaignHint")}
          optional
          options={[
            { value: "", label: t("noCampaign") },
            ...campaigns.map(({ id, name }) => ({ value: id, label: pickText(name, locale).text })),
          ]}
        />
      ) : null}
      <TextsFields
        name="name"
        legend={t("name")}
        hint={t("nameHint")}
        say={(tag) => t("nameIn", { language: languageName(tag) })}
      />
      <TextsFields
        name="unit"
        legend={t("unit")}
        hint={t("unitHint")}
        say={(tag) => t("unitIn", { language: languageName(tag) })}
      />
      <TickedBox name="about_registration" value="true">
        {t("aboutRegistration")}
      </TickedBox>
      <Field
        name="minimum"
        label={t("minimum")}
        hint={t("minimumHint")}
        inputMode="numeric"
        width="short"
        defaultValue="3"
      />
      <Field name="goal" label={t("goal")} hint={t("goalHint")} inputMode="numeric" width="short" optional />
      <Field
        name="first_month"
        type="month"
        label={t("firstMonth")}
        hint={t("monthHint", { month: thisMonth })}
        width="short"
        defaultValue={thisMonth}
      />
      <Field
        name="last_month"
        type="month"
        label={t("lastMonth")}
        hint={t("monthHint", { month: thisMonth })}
        width="short"
      />
      <Field
        name="closing_day"
        label={t("closingDay")}
        hint={t("closingDayHint", { zone })}
        inputMode="numeric"
        width="short"
        defaultValue="10"
      />
      <p className="max-w-measure text-soft">{t("staysAsItIs")}</p>
      <div className="flex flex-wrap gap-3">
        <Button>{t("makeAs", { organization: shortNameOf(organization, locale) })}</Button>
        <LinkButton to={back} variant="quiet">
          {t("back")}
        </LinkButton>
      </div>
    </Form>
  );
}
