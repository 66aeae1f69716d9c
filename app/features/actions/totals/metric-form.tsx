import type { ReactNode } from "react";
import { useLocale, useTranslations } from "use-intl";
import { shortNameOf } from "~/i18n/names";
import { pickText } from "~/i18n/pick-text";
import { useLanguageName } from "~/i18n/use-language-name";
import type { FormReply } from "~/platform/form";
import type { FormOrganization } from "~/platform/form-organization";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Form } from "~/ui/form";
import { LinkButton } from "~/ui/link-button";
import { Select } from "~/ui/select";
import { TextsFields } from "~/ui/texts-fields";
import { TickedBox } from "~/ui/ticked-box";
import type { StoredMetric } from "./facts";
import { LastingTerms } from "./lasting-terms";

type MetricFormProps = {
  organization: FormOrganization;
  /** The campaigns of the organization that it may count for. */
  campaigns: StoredMetric["campaigns"];
  /** The month that it is now, as `2026-11`. */
  thisMonth: string;
  /** What is there already; nothing of a new one, whose lasting terms are asked for too. */
  stored?: StoredMetric;
  /** What is sent along unseen. */
  hidden: { name: string; value: string };
  /** Above the first field: what somebody else has written meanwhile. */
  notice?: ReactNode;
  back: string;
  reply: FormReply | undefined;
};

/** Asks what is counted together, and of a new one from when on, and from how many organizations on a total is shown. */
export function MetricForm(props: MetricFormProps) {
  const { organization, campaigns, thisMonth, stored, hidden, notice, back, reply } = props;
  const t = useTranslations("totals");
  const locale = useLocale();
  const languageName = useLanguageName();
  const by = { organization: shortNameOf(organization, locale) };
  const labels = {
    name: t("name"),
    unit: t("unit"),
    minimum: t("minimum"),
    goal: t("goal"),
    campaign_id: t("campaign"),
  };
  return (
    <Form
      reply={reply}
      labels={{ ...labels, first_month: t("firstMonth"), last_month: t("lastMonth"), closing_day: t("closingDay") }}
    >
      <input type="hidden" {...hidden} />
      {notice}
      <TextsFields
        name="name"
        legend={t("name")}
        hint={t("nameHint")}
        say={(tag) => t("nameIn", { language: languageName(tag) })}
        stored={stored?.name}
      />
      <TextsFields
        name="unit"
        legend={t("unit")}
        hint={t("unitHint")}
        say={(tag) => t("unitIn", { language: languageName(tag) })}
        stored={stored?.unit}
      />
      {campaigns.length > 0 ? (
        <Select
          name="campaign_id"
          label={t("campaign")}
          hint={t("campaignHint")}
          optional
          defaultValue={stored?.campaign_id ?? ""}
          options={[
            { value: "", label: t("noCampaign") },
            ...campaigns.map(({ id, name }) => ({ value: id, label: pickText(name, locale).text })),
          ]}
        />
      ) : null}
      {stored?.about_registration ? null : (
        <TickedBox name="about_registration" value="true">
          {t("aboutRegistration")}
        </TickedBox>
      )}
      <Field
        name="goal"
        label={t("goal")}
        hint={t("goalHint")}
        inputMode="numeric"
        width="short"
        optional
        defaultValue={stored?.goal ?? undefined}
      />
      {stored ? null : <LastingTerms organization={organization} thisMonth={thisMonth} />}
      <Field
        name="last_month"
        type="month"
        label={t("lastMonth")}
        hint={stored ? t("lastMonthHint") : t("monthHint", { month: thisMonth })}
        width="short"
        defaultValue={stored?.last_month.slice(0, 7)}
      />
      <p className="max-w-measure text-soft">{t("staysAsItIs")}</p>
      <div className="flex flex-wrap gap-3">
        <Button>{t(stored ? "saveAs" : "makeAs", by)}</Button>
        <LinkButton to={back} variant="quiet">
          {t("back")}
        </LinkButton>
      </div>
    </Form>
  );
}
