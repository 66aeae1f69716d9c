import { useLocale, useTranslations } from "use-intl";
import { pickText } from "~/i18n/pick-text";
import type { FormReply } from "~/platform/form";
import { formatMonth } from "~/platform/time";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Form } from "~/ui/form";
import type { OwnMetric } from "./facts";
import { latestOf } from "./latest-of";

type NumberFormProps = { metric: OwnMetric; month: string; by: string; reply: FormReply | undefined };

/** Asks for one number of one month. */
export function NumberForm({ metric, month, by, reply }: NumberFormProps) {
  const t = useTranslations("totals");
  const locale = useLocale();
  const latest = latestOf(metric, month);
  const closed = metric.months.some((one) => one.month === month && one.closed);
  const label = t("howMany", { unit: pickText(metric.unit, locale).text, month: formatMonth(month, locale) });
  return (
    <Form key={month} reply={reply} labels={{ amount: label }}>
      <input type="hidden" name="month" value={month} />
      <input type="hidden" name="seen" value={latest?.version ?? 0} />
      <Field
        name="amount"
        label={label}
        hint={closed ? t("lateHint") : t("numberHint")}
        defaultValue={latest?.amount}
        inputMode="numeric"
        autoComplete="off"
        width="short"
      />
      <div>
        <Button>{t(latest ? "correctAs" : "enterAs", { organization: by })}</Button>
      </div>
    </Form>
  );
}
