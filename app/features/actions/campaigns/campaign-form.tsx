import { useLocale, useTranslations } from "use-intl";
import { nameOf, shortNameOf } from "~/i18n/names";
import { useLanguageName } from "~/i18n/use-language-name";
import type { Fellows } from "~/platform/fellows";
import type { FormReply } from "~/platform/form";
import type { FormOrganization } from "~/platform/form-organization";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Form } from "~/ui/form";
import { LinkButton } from "~/ui/link-button";
import { Select } from "~/ui/select";
import { TextArea } from "~/ui/text-area";
import { TextsFields } from "~/ui/texts-fields";
import { CampaignAudience } from "./campaign-audience";
import type { CampaignForm as Stored } from "./facts";
import { aroundParts, planParts } from "./parts";

type CampaignFormProps = {
  organization: FormOrganization;
  fellows: Fellows;
  /** What is there already; of a new one, the day on which it begins. */
  stored: Pick<Stored, "starts_on"> & Partial<Stored>;
  /** What is sent along unseen. */
  hidden: { name: string; value: string };
  back: string;
  reply: FormReply | undefined;
};

/** Asks what a campaign is for, what it is to reach by when, and who can see it. */
export function CampaignForm({ organization, fellows, stored, hidden, back, reply }: CampaignFormProps) {
  const t = useTranslations("campaigns");
  const locale = useLocale();
  const languageName = useLanguageName();
  const by = { organization: shortNameOf(organization, locale) };
  const part = (key: (typeof planParts)[number] | (typeof aroundParts)[number]) => ({
    value: key,
    label: t(`parts.${key}`),
  });
  const labels = { part: t("part"), name: t("name"), starts_on: t("startsOn"), ends_on: t("endsOn") };
  return (
    <Form reply={reply} labels={{ ...labels, coalition_id: t("coalition"), audience: t("who") }}>
      <input type="hidden" {...hidden} />
      <Select
        name="part"
        label={t("part")}
        hint={t("partHint")}
        options={[
          { label: t("ofThePlan"), options: planParts.map(part) },
          { label: t("aroundThePlan"), options: aroundParts.map(part) },
        ]}
        defaultValue={stored.part}
      />
      <TextsFields
        name="name"
        legend={t("name")}
        hint={t("nameHint")}
        say={(tag) => t("nameIn", { language: languageName(tag) })}
        stored={stored.name}
      />
      {[...new Set([locale, "ko", "en", ...Object.keys(stored.goal ?? {})])].map((tag, at) => (
        <TextArea
          key={tag}
          name={`goal.${tag}`}
          lang={tag}
          label={t("goalIn", { language: languageName(tag) })}
          hint={at === 0 ? t("goalHint") : undefined}
          optional
          rows={3}
          defaultValue={stored.goal?.[tag]}
        />
      ))}
      <Select
        name="coalition_id"
        label={t("coalition")}
        options={organization.coalitions.map((one) => ({ value: one.id, label: nameOf(one, locale) }))}
        defaultValue={stored.coalition_id ?? undefined}
      />
      <Field name="starts_on" type="date" label={t("startsOn")} width="short" defaultValue={stored.starts_on} />
      <Field
        name="ends_on"
        type="date"
        label={t("endsOn")}
        hint={t("endsOnHint")}
        width="short"
        optional
        defaultValue={stored.ends_on ?? undefined}
      />
      <CampaignAudience organization={organization} fellows={fellows} stored={stored} />
      <div className="flex flex-wrap gap-3">
        <Button>{stored.version === undefined ? t("beginAs", by) : t("saveAs", by)}</Button>
        <LinkButton to={back} variant="quiet">
          {t("back")}
        </LinkButton>
      </div>
    </Form>
  );
}
