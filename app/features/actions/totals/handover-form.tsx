import { useLocale, useTranslations } from "use-intl";
import type { FormReply } from "~/platform/form";
import { formatMonth } from "~/platform/time";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Form } from "~/ui/form";
import { LinkButton } from "~/ui/link-button";
import { Select } from "~/ui/select";

type HandoverFormProps = { months: string[]; lead: string; by: string; back: string; reply: FormReply | undefined };

/** Asks of which month, and for what, the lead is shown the number. */
export function HandoverForm({ months, lead, by, back, reply }: HandoverFormProps) {
  const t = useTranslations("totals");
  const locale = useLocale();
  return (
    <Form reply={reply} labels={{ month: t("month"), purpose: t("purpose") }}>
      <Select
        name="month"
        label={t("month")}
        options={months.map((month) => ({ value: month, label: formatMonth(month, locale) }))}
      />
      <Field name="purpose" label={t("purpose")} hint={t("purposeHint", { lead })} autoComplete="off" />
      <div className="flex flex-wrap gap-3">
        <Button>{t("handOverAs", { organization: by })}</Button>
        <LinkButton to={back} variant="quiet">
          {t("back")}
        </LinkButton>
      </div>
    </Form>
  );
}
