import { useLocale, useTranslations } from "use-intl";
import { formatList } from "~/i18n/format-list";
import { nameOf, shortNameOf } from "~/i18n/names";
import { useLanguageName } from "~/i18n/use-language-name";
import type { Fellows } from "~/platform/fellows";
import type { FormOrganization } from "~/platform/form-organization";
import { all, type FormValues, one } from "~/platform/form-values";
import { Message } from "~/ui/message";
import { Table } from "~/ui/table";
import { fieldsInConflict } from "./merged-edits";
import { useFormLabels } from "./use-form-labels";
import { accessibilityFacts, audiences, kinds } from "./vocabulary";

type StoredNowProps = {
  base: FormValues;
  stored: FormValues;
  typed: FormValues;
  organization: FormOrganization;
  fellows: Fellows;
};

/** What somebody else saved while the form was open: where both changed a field, their version beside what was typed. */
export function StoredNow({ base, stored, typed, organization, fellows }: StoredNowProps) {
  const t = useTranslations("gatherings");
  const labels = useFormLabels({ ...stored, ...typed }, undefined);
  const describe = useDescription(organization, fellows);
  const fields = fieldsInConflict({ base, stored, typed }).filter((name) => name in labels);

  return (
    <Message kind="warning" title={t("storedTitle")}>
      <p className="mb-2">{t("storedLead")}</p>
      {fields.length > 0 ? (
        <Table
          caption={t("storedTitle")}
          head={[t("storedField"), t("storedTitle"), t("storedYours")]}
          rows={fields.map((name) => ({
            key: name,
            cells: [labels[name], describe(name, stored[name]), describe(name, typed[name])],
          }))}
        />
      ) : (
        <p>{t("storedSame")}</p>
      )}
    </Message>
  );
}

function useDescription(
  organization: FormOrganization,
  fellows: Fellows,
): (name: string, value: FormValues[string]) => string {
  const t = useTranslations("gatherings");
  const kind = useTranslations("kind");
  const audience = useTranslations("audience");
  const locale = useLocale();
  const fact = useTranslations("accessibility");
  const languageName = useLanguageName();
  const organizations = fellows.flatMap((group) => group.organizations);

  return (field, value) => {
    const name = field.replace("detail.", "");
    const text = one(value) ?? "";
    if (name === "indexable" || name === "tells_taken") return text ? t("storedYes") : t("storedNo");
    if (name === "accessibility") {
      const facts = accessibilityFacts.filter((known) => all(value).includes(known)).map((known) => fact(known));
      return formatList(facts, locale) || t("storedNothing");
    }
    if (name === "kind")
      return kinds.filter((known) => known === text).map((known) => kind(known))[0] ?? t("storedNothing");
    if (name === "audience") {
      return audiences.filter((known) => known === text).map((known) => audience(known))[0] ?? t("storedNothing");
    }
    if (name === "languages") return formatList(all(value).map(languageName), locale) || t("storedNothing");
    if (name === "coalition_id") {
      const coalition = organization.coalitions.find(({ id }) => id === text);
      return coalition ? nameOf(coalition, locale) : t("storedNothing");
    }
    if (name === "recipients") {
      const named = organizations.filter(({ id }) => all(value).includes(id)).map((one) => shortNameOf(one, locale));
      return formatList([...new Set(named)], locale) || t("storedNothing");
    }
    return text || t("storedNothing");
  };
}
