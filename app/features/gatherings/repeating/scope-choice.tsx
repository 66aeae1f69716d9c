import { useTranslations } from "use-intl";
import { Choice } from "~/ui/choice";

/** Asks for which occurrences something goes: this one unless chosen otherwise. */
export function ScopeChoice({ asking }: { asking: "scope" | "cancelScope" }) {
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
      defaultValue="this"
    />
  );
}
