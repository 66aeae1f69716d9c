import { useLocale, useTranslations } from "use-intl";
import { formatList } from "~/i18n/format-list";
import { nameOf, shortNameOf } from "~/i18n/names";
import { Message } from "~/ui/message";
import { Table } from "~/ui/table";
import type { Fellows } from "./card";
import type { FormOrganization } from "./form-organization";
import { all, type FormValues, one } from "./form-values";
import { readTypedTime } from "./typed-time";
import { useFormLabels } from "./use-form-labels";
import { useLanguageName } from "./use-language-name";
import { audiences, kinds } from "./vocabulary";

type StoredNowProps = { stored: FormValues; typed: FormValues; organization: FormOrganization; fellows: Fellows };

/** What somebody else saved while the form was open, beside what was typed, where the two differ. */
export function StoredNow({ stored, typed, organization, fellows }: StoredNowProps) {
  const t = useTranslations("gatherings");
  const labels = useFormLabels({ ...stored, ...typed }, undefined);
  const describe = useDescription(organization, fellows);
  const placed = stored.audience === "coalition" && typed.audience === "coalition";
  const fields = Object.keys(labels).filter(
    (name) => (name !== "coalition_id" || placed) && comparable(name, stored[name]) !== comparable(name, typed[name]),
  );

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
  const languageName = useLanguageName();
  const organizations = fellows.flatMap((group) => group.organizations);

  return (name, value) => {
    const text = one(value) ?? "";
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

/** Two ways of writing the same compare alike. */
function comparable(name: string, value: FormValues[string]): string {
  if (name === "starts" || name === "ends") return readTypedTime(one(value) ?? "").time ?? one(value) ?? "";
  return all(value)
    .map((text) => text.trim())
    .filter(Boolean)
    .sort()
    .join("\n");
}
