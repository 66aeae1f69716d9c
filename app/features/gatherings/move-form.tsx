import { useLocale, useTranslations } from "use-intl";
import { shortNameOf } from "~/i18n/names";
import type { Organization } from "~/platform/fellows";
import type { FormReply } from "~/platform/form";
import { type FormValues, one } from "~/platform/form-values";
import { formatZone } from "~/platform/time";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Form } from "~/ui/form";
import { LinkButton } from "~/ui/link-button";
import { TimeField } from "~/ui/time-field";
import { ClashButton } from "./clashes/clash-button";
import { ClashCheck } from "./clashes/clash-check";
import { useFormLabels } from "./use-form-labels";

type MoveFormProps = {
  organization: Pick<Organization, "slug" | "display_name" | "short_name" | "korean_name">;
  gathering: string;
  /** Zone, area and address, which stay. */
  fixed: Record<string, string>;
  initial: FormValues;
  timeZone: string;
  /** The gathering's page, to go back to. */
  back: string;
  version: string;
  reply: FormReply | undefined;
};

/** Asks for another day and other hours; all that dragging in the calendar can do, by keyboard and without JavaScript. */
export function MoveForm({ organization, gathering, fixed, initial, timeZone, back, version, reply }: MoveFormProps) {
  const t = useTranslations("gatherings");
  const locale = useLocale();
  const labels = useFormLabels(initial, reply);

  return (
    <Form reply={reply} labels={labels}>
      <input type="hidden" name="seen_version" value={version} />
      <p className="text-soft">{t("moveZone", { zone: formatZone(timeZone, locale) })}</p>
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
      <ClashCheck organization={organization} gathering={gathering} fixed={fixed} />
      <div className="flex flex-wrap gap-3">
        <Button>{t("moveAs", { organization: shortNameOf(organization, locale) })}</Button>
        <ClashButton organization={organization} />
        <LinkButton to={back} variant="quiet">
          {t("keepTime")}
        </LinkButton>
      </div>
    </Form>
  );
}
