import { useTranslations } from "use-intl";
import { Choice } from "~/ui/choice";

type ScopeChoiceProps = { asking: "scope" | "cancelScope" | "whichScope"; defaultValue?: "this" | "all" };

/** Asks for which occurrences something goes: this one unless chosen otherwise. */
export function ScopeChoice({ asking, defaultValue = "this" }: ScopeChoiceProps) {
  const t = useTranslations("repeat");
  return (
    <Choice
      type="radio"
      name="scope"
      legend={t(asking)}
      {...(asking === "scope" ? { hint: `${t("scopeHint")} ${t("scopeRule")}` } : {})}
      options={[
        { value: "this", label: t("thisOne") },
        { value: "following", label: t("following") },
        { value: "all", label: t("all") },
      ]}
      defaultValue={defaultValue}
    />
  );
}
