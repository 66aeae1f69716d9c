import { useTranslations } from "use-intl";
import { useFormLabels } from "../use-form-labels";

/**
 * What was changed, in the form's own words and in its order, each once; the first change made everything. What this
 * version of the form does not know is something else.
 */
export function useChangedFields(): (fields: string[]) => string[] {
  const t = useTranslations("history");
  const gatherings = useTranslations("gatherings");
  const { title, kind, ...labels } = useFormLabels({}, undefined);
  const names: Record<string, string | undefined> = {
    state: t("state"),
    cancellation_reason: gatherings("reason"),
    title,
    description: t("description"),
    kind,
    starts_local: t("starts"),
    starts_fold: t("starts"),
    ends_local: t("ends"),
    ends_fold: t("ends"),
    ...labels,
    recipients: t("recipients"),
    hosts: t("hosts"),
    "detail.instructions": t("instructions"),
  };

  return (fields) => {
    if (fields.includes("created")) return [t("created")];
    const known = Object.keys(names).filter((column) => fields.includes(column));
    const said = known.map((column) => names[column] ?? t("other"));
    return [...new Set(fields.length > known.length ? [...said, t("other")] : said)];
  };
}
