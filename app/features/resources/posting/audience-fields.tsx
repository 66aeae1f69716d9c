import { useLocale, useTranslations } from "use-intl";
import { nameOf, shortNameOf } from "~/i18n/names";
import type { Fellows } from "~/platform/fellows";
import { type FormOrganization, reachOf } from "~/platform/form-organization";
import { type FormValues, one } from "~/platform/form-values";
import { Choice } from "~/ui/choice";
import { PublishingChoice } from "~/ui/publishing-choice";
import { RecipientsChoice } from "~/ui/recipients-choice";
import { Select } from "~/ui/select";

export type SharedLayer = "card" | "place" | "assurance";
export type Sharing = { initial: FormValues; organization: FormOrganization; fellows: Fellows };

/** Who can see a layer of a service; what a service said about papers is never for everyone. */
export function AudienceFields({ layer, initial, organization, fellows }: Sharing & { layer: SharedLayer }) {
  const t = useTranslations("posting");
  const audience = useTranslations("audience");
  const locale = useLocale();
  const name = shortNameOf(organization, locale);
  const { coalitions } = organization;
  const [only] = coalitions;
  const prefix = layer === "card" ? "" : `${layer}.`;
  const isOneCoalition = only !== undefined && coalitions.length === 1;

  const owner = { value: "owner", label: audience("owner"), hint: t("ownerMeans", { organization: name }) };
  const named = {
    value: "named",
    label: audience("named"),
    more: (
      <RecipientsChoice name={`${prefix}recipients`} initial={initial} organization={organization} fellows={fellows} />
    ),
  };
  const coalition = {
    value: "coalition",
    label: audience("coalition"),
    hint: isOneCoalition
      ? t("coalitionMeans", { coalition: nameOf(only, locale), count: reachOf(only.id, fellows) })
      : undefined,
    more: isOneCoalition ? undefined : (
      <Select
        name={`${prefix}coalition_id`}
        label={t("coalition")}
        options={coalitions.map((each) => ({ value: each.id, label: nameOf(each, locale) }))}
        defaultValue={one(initial[`${prefix}coalition_id`])}
      />
    ),
  };
  const publishing = { warning: t("publishWarning"), legend: t("publishLegend"), confirm: t("publishConfirm") };
  const everyone = {
    value: "everyone",
    label: audience("everyone"),
    hint: layer === "card" ? t("everyoneMeans") : undefined,
    more: layer === "place" ? <PublishingChoice name="place.publish" {...publishing} /> : undefined,
  };
  const within = coalitions.length > 0 ? [owner, named, coalition] : [owner];

  return (
    <>
      <Choice
        type="radio"
        name={`${prefix}audience`}
        legend={layer === "card" ? audience("label") : t(layer === "place" ? "placeWho" : "assuranceWho")}
        hint={t(layer === "card" ? "whoHint" : layer === "place" ? "placeWhoHint" : "assuranceWhoHint")}
        options={layer === "assurance" ? within : [...within, everyone]}
        defaultValue={one(initial[`${prefix}audience`]) ?? (layer === "assurance" ? "coalition" : "owner")}
      />
      {isOneCoalition ? <input type="hidden" name={`${prefix}coalition_id`} value={only.id} /> : null}
    </>
  );
}
