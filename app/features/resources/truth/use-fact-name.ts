import { useTranslations } from "use-intl";
import { factOf } from "./facts";

/** What a field is called; one that only other sources know keeps its own name. */
export function useFactName(): (field: string) => string {
  const t = useTranslations("truth");
  return (field) => {
    const fact = factOf(field);
    return fact ? t(`field.${fact}`) : t("field.other", { field });
  };
}
