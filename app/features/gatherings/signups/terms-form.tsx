import { useLocale, useTranslations } from "use-intl";
import { shortNameOf } from "~/i18n/names";
import type { FormReply } from "~/platform/form";
import { Button } from "~/ui/button";
import { Choice } from "~/ui/choice";
import { Field } from "~/ui/field";
import { Form } from "~/ui/form";
import { LinkButton } from "~/ui/link-button";
import { ScopeChoice } from "../repeating/scope-choice";
import type { SignupSettings } from "./queries.server";

type TermsFormProps = { settings: SignupSettings; reply: FormReply | undefined };

/** On which terms one may sign up for a gathering. */
export function TermsForm({ settings, reply }: TermsFormProps) {
  const t = useTranslations("signups");
  const { list, organization, repeats, id } = settings;
  const labels = {
    capacity: t("capacity"),
    closes_hours_before: t("closes"),
    keep_days: t("keepDays"),
    open: t("openLegend"),
  };

  return (
    <Form reply={reply} labels={labels}>
      <Choice
        type="radio"
        name="open"
        legend={labels.open}
        options={(["yes", "no"] as const).map((value) => ({ value, label: t(`openness.${value}`) }))}
        defaultValue={list?.closed ? "no" : "yes"}
      />
      <Field
        name="capacity"
        label={labels.capacity}
        hint={t("capacityHint")}
        optional
        inputMode="numeric"
        width="short"
        defaultValue={list?.capacity ?? ""}
      />
      <Field
        name="closes_hours_before"
        label={labels.closes_hours_before}
        hint={t("closesHint")}
        optional
        inputMode="numeric"
        width="short"
        defaultValue={list?.closes_hours_before ?? ""}
      />
      <Field
        name="keep_days"
        label={labels.keep_days}
        hint={t("keepDaysHint")}
        inputMode="numeric"
        width="short"
        defaultValue={list?.keep_days ?? 14}
      />
      <Choice
        type="checkbox"
        name="headcount_public"
        legend={t("headcountLegend")}
        optional
        options={[{ value: "yes", label: t("headcountPublic") }]}
        defaultValue={list?.headcount_public ? "yes" : undefined}
      />
      {repeats ? <ScopeChoice asking="whichScope" /> : null}
      <div className="flex flex-wrap gap-3">
        <Button>{t("saveAs", { organization: shortNameOf(organization, useLocale()) })}</Button>
        <LinkButton to={`/gatherings/${id}`} variant="quiet">
          {t("back")}
        </LinkButton>
      </div>
    </Form>
  );
}
