import { useLocale, useTranslations } from "use-intl";
import { nameOf, shortNameOf } from "~/i18n/names";
import type { Fellows } from "~/platform/fellows";
import { type FormOrganization, reachOf } from "~/platform/form-organization";
import { type FormValues, one } from "~/platform/form-values";
import { Choice } from "~/ui/choice";
import { PublishingChoice } from "~/ui/publishing-choice";
import { RecipientsChoice } from "~/ui/recipients-choice";
import { Select } from "~/ui/select";
import { SearchEnginesChoice } from "./search-engines-choice";

export type Layer = "card" | "detail";

type AudienceChoiceProps = { layer: Layer; initial: FormValues; organization: FormOrganization; fellows: Fellows };

/** Who can see a layer: each choice says in a sentence what it means, with numbers. */
export function AudienceChoice({ layer, initial, organization, fellows }: AudienceChoiceProps) {
  const t = useTranslations("gatherings");
  const audience = useTranslations("audience");
  const locale = useLocale();
  const name = shortNameOf(organization, locale);
  const { coalitions } = organization;
  const [only] = coalitions;
  const fields = fieldsOf(layer);

  const owner = { value: "owner", label: audience("owner"), hint: t("ownerMeans", { organization: name }) };
  const named = {
    value: "named",
    label: audience("named"),
    hint: t("namedMeans", { organization: name, layer }),
    more: <RecipientsChoice name={fields.recipients} initial={initial} organization={organization} fellows={fellows} />,
  };
  const coalition = {
    value: "coalition",
    label: audience("coalition"),
    hint:
      only && coalitions.length === 1
        ? t("coalitionMeans", {
            organization: name,
            coalition: nameOf(only, locale),
            count: reachOf(only.id, fellows),
            layer,
          })
        : t("coalitionsMeans", { layer }),
    more:
      coalitions.length > 1 ? (
        <Select
          name={fields.coalition}
          label={t("coalition")}
          options={coalitions.map((one) => ({ value: one.id, label: nameOf(one, locale) }))}
          defaultValue={one(initial[fields.coalition])}
        />
      ) : undefined,
  };
  const publishing = { warning: t("publishWarning"), legend: t("publishLegend"), confirm: t("publishConfirm") };
  const everyone = {
    value: "everyone",
    label: audience("everyone"),
    hint: layer === "card" ? t("everyoneMeans") : undefined,
    more:
      layer === "card" ? (
        <SearchEnginesChoice initial={initial} />
      ) : (
        <PublishingChoice name="detail.publish" {...publishing} />
      ),
  };

  return (
    <>
      <Choice
        type="radio"
        name={fields.audience}
        legend={layer === "card" ? <span className="sr-only">{audience("label")}</span> : t("detailWho")}
        hint={layer === "card" ? undefined : t("detailWhoHint")}
        options={coalitions.length > 0 ? [owner, named, coalition, everyone] : [owner, everyone]}
        defaultValue={one(initial[fields.audience])}
      />
      {only && coalitions.length === 1 ? <input type="hidden" name={fields.coalition} value={only.id} /> : null}
    </>
  );
}

/** What the fields of a layer's audience are called. */
export function fieldsOf(layer: Layer) {
  return layer === "card"
    ? ({ audience: "audience", recipients: "recipients", coalition: "coalition_id" } as const)
    : ({ audience: "detail.audience", recipients: "detail.recipients", coalition: "detail.coalition_id" } as const);
}
