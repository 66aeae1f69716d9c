import { useTranslations } from "use-intl";
import { type FormValues, one } from "~/platform/form-values";
import { FormSection } from "~/ui/form-section";
import { TextArea } from "~/ui/text-area";

/** What the organization notes for itself. */
export function FormNotes({ initial, organization }: { initial: FormValues; organization: string }) {
  const t = useTranslations("gatherings");
  return (
    <FormSection title={t("notesLegend")}>
      <TextArea
        name="notes"
        label={t("notes")}
        hint={t("notesHint", { organization })}
        optional
        rows={3}
        defaultValue={one(initial.notes)}
      />
    </FormSection>
  );
}
