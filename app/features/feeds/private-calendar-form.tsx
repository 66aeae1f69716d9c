import { useLocale, useTranslations } from "use-intl";
import { nameOf } from "~/i18n/names";
import type { FormReply } from "~/platform/form";
import { Button } from "~/ui/button";
import { Choice } from "~/ui/choice";
import { Field } from "~/ui/field";
import { Form } from "~/ui/form";
import { Select } from "~/ui/select";

export type CalendarOrganization = { id: string; slug: string; display_name: string; korean_name: string | null };

type PrivateCalendarFormProps = {
  organizations: CalendarOrganization[];
  /** Whose gatherings to begin with. */
  chosen: string;
  reply: FormReply | undefined;
};

/** Makes a private calendar. What tells least is chosen until somebody chooses more. */
export function PrivateCalendarForm({ organizations, chosen, reply }: PrivateCalendarFormProps) {
  const t = useTranslations("calendars");
  const locale = useLocale();
  const labels = { label: t("label"), organization: t("organization"), shows: t("shows") };

  return (
    <Form reply={reply} labels={labels}>
      <Field name="label" label={labels.label} hint={t("labelHint")} autoComplete="off" maxLength={60} required />
      <Select
        name="organization"
        label={labels.organization}
        defaultValue={chosen}
        options={[
          { value: "all", label: t("all") },
          ...organizations.map((organization) => ({ value: organization.id, label: nameOf(organization, locale) })),
        ]}
      />
      <Choice
        type="radio"
        name="shows"
        legend={labels.shows}
        defaultValue="taken"
        options={[
          { value: "taken", label: t("taken"), hint: t("takenHint") },
          { value: "titles", label: t("titles"), hint: t("titlesHint") },
        ]}
      />
      <div>
        <Button>{t("make")}</Button>
      </div>
    </Form>
  );
}
