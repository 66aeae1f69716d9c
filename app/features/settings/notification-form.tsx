import { useTranslations } from "use-intl";
import type { FormReply } from "~/platform/form";
import { Button } from "~/ui/button";
import { Choice } from "~/ui/choice";
import { Field } from "~/ui/field";
import { Form } from "~/ui/form";

type NotificationFormProps = {
  action?: string;
  reply: FormReply | undefined;
  chosen: {
    wanted: { reminder: boolean; digest: boolean; services_due: boolean; items_due: boolean };
    quiet_from: string;
    quiet_until: string;
  };
};

const kinds = ["reminder", "digest", "services_due", "items_due"] as const;

/** Which mail the reader wants, and the hours in which none that can wait is sent. */
export function NotificationForm({ action, reply, chosen }: NotificationFormProps) {
  const t = useTranslations("settings");
  const labels = { wanted: t("wanted"), quiet_from: t("quietFrom"), quiet_until: t("quietUntil") };

  return (
    <Form action={action} reply={reply} labels={labels}>
      <Choice
        type="checkbox"
        name="wanted"
        legend={labels.wanted}
        hint={t("wantedHint")}
        defaultValue={kinds.filter((kind) => chosen.wanted[kind])}
        options={kinds.map((kind) => ({ value: kind, label: t(kind), hint: t(`${kind}Hint`) }))}
      />
      <fieldset aria-describedby="quiet-hint">
        <legend className="font-semibold">{t("quiet")}</legend>
        <p id="quiet-hint" className="mb-3 max-w-measure text-sm text-soft">
          {t("quietHint")}
        </p>
        <div className="grid grid-cols-2 items-end gap-4 sm:max-w-96">
          <Field name="quiet_from" label={labels.quiet_from} type="time" defaultValue={chosen.quiet_from} required />
          <Field name="quiet_until" label={labels.quiet_until} type="time" defaultValue={chosen.quiet_until} required />
        </div>
      </fieldset>
      <div>
        <Button>{t("saveNotifications")}</Button>
      </div>
    </Form>
  );
}
