import { useTranslations } from "use-intl";
import { Choice } from "~/ui/choice";
import { type Role, roles } from "./roles";

/** The roles of an organization, each with what it allows. */
export function RoleChoice({ defaultValue }: { defaultValue: Role }) {
  const t = useTranslations("members");
  const role = useTranslations("role");

  return (
    <Choice
      type="radio"
      name="role"
      legend={t("roleLegend")}
      defaultValue={defaultValue}
      options={roles.map((value) => ({ value, label: role(value), hint: t(`allows.${value}`) }))}
    />
  );
}
