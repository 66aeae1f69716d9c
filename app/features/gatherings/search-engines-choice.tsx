import { useTranslations } from "use-intl";
import { all, type FormValues } from "~/platform/form-values";
import { Choice } from "~/ui/choice";

/** Whether search engines may keep the page of a gathering that everyone can see. */
export function SearchEnginesChoice({ initial }: { initial: FormValues }) {
  const t = useTranslations("gatherings");
  return (
    <Choice
      type="checkbox"
      name="indexable"
      legend={<span className="sr-only">{t("indexableLegend")}</span>}
      options={[{ value: "true", label: t("indexable"), hint: t("indexableHint") }]}
      defaultValue={all(initial.indexable)}
    />
  );
}
