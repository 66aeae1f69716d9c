import { useLocale, useTranslations } from "use-intl";
import { shortNameOf } from "~/i18n/names";
import type { FormReply } from "~/platform/form";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Form } from "~/ui/form";
import { LinkButton } from "~/ui/link-button";
import type { Organization } from "./card";
import { type FormValues, one } from "./form-values";
import { TimeField } from "./time-field";
import { useFormLabels } from "./use-form-labels";

type MoveFormProps = {
  organization: Pick<Organization, "display_name" | "short_name" | "korean_name">;
  initial: FormValues;
  back: string;
  version: string;
  reply: FormReply | undefined;
};

/** Day and times of a gathering, to move it without dragging. */
export function MoveForm({ organization, initial, back, version, reply }: MoveFormProps) {
  const t = useTranslations("gatherings");
  const labels = useFormLabels(initial, reply);
  const name = shortNameOf(organization, useLocale());

  return (
    <Form reply={reply} labels={labels}>
      <input type="hidden" name="seen_version" value={version} />
      <Field name="starts_on" type="date" label={t("startsOn")} width="short" defaultValue={one(initial.starts_on)} />
      <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2">
        <TimeField name="starts" label={t("starts")} initial={initial} />
        <TimeField name="ends" label={t("ends")} initial={initial} />
      </div>
      <Field
        name="ends_on"
        type="date"
        label={t("endsOn")}
        hint={t("endsOnHint")}
        width="short"
        optional
        defaultValue={one(initial.ends_on)}
      />
      <div className="flex flex-wrap gap-3">
        <Button>{t("moveAs", { organization: name })}</Button>
        <LinkButton to={back} variant="quiet">
          {t("keepTime")}
        </LinkButton>
      </div>
    </Form>
  );
}
