import { useTranslations } from "use-intl";
import { Choice } from "~/ui/choice";

/** Which of a series it is about; nothing to choose where a gathering does not repeat. */
export function ScopeChoice({ repeats }: { repeats: boolean }) {
  const t = useTranslations("hosts");
  if (!repeats) return null;
  return (
    <Choice
      type="radio"
      name="scope"
      legend={t("scope")}
      options={[
        { value: "this", label: t("scopeThis") },
        { value: "following", label: t("scopeFollowing") },
        { value: "all", label: t("scopeAll") },
      ]}
      defaultValue="all"
    />
  );
}
