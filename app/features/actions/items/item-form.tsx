import type { ReactNode } from "react";
import { useLocale, useTranslations } from "use-intl";
import { shortNameOf } from "~/i18n/names";
import { pickText } from "~/i18n/pick-text";
import { useLanguageName } from "~/i18n/use-language-name";
import type { FormReply } from "~/platform/form";
import type { FormOrganization } from "~/platform/form-organization";
import { type FormValues, one } from "~/platform/form-values";
import type { ZoneChoices } from "~/platform/zone-choices";
import { Button } from "~/ui/button";
import { Choice } from "~/ui/choice";
import { Field } from "~/ui/field";
import { Form } from "~/ui/form";
import { FormSection } from "~/ui/form-section";
import { LinkButton } from "~/ui/link-button";
import { Select } from "~/ui/select";
import { TextsFields } from "~/ui/texts-fields";
import { TickedBox } from "~/ui/ticked-box";
import { TimeField } from "~/ui/time-field";
import { ZoneSelect } from "~/ui/zone-select";
import type { NewItem } from "./facts";

type ItemFormProps = {
  organization: FormOrganization;
  zones: ZoneChoices;
  campaigns: NewItem["campaigns"];
  initial: FormValues;
  reply: FormReply | undefined;
  /** Travels with the form unseen: the submission's own number, or the version that was read. */
  carried: { name: "submission_id" | "seen_version"; value: string };
  back: string;
  /** Above the first field: what somebody else has written meanwhile. */
  notice?: ReactNode;
  /** Of a new one: with whom, and who is asked. */
  asking?: ReactNode;
};

/** What is to be done together, by when and step by step. */
export function ItemForm(props: ItemFormProps) {
  const { organization, zones, campaigns, initial, reply, carried, back, notice, asking } = props;
  const t = useTranslations("items");
  const locale = useLocale();
  const languageName = useLanguageName();
  const tags = [...new Set([locale, "ko", "en", ...Object.keys(initial).flatMap((name) => tagOf(name))])];
  const stored = (name: string) => Object.fromEntries(tags.map((tag) => [tag, one(initial[`${name}.${tag}`]) ?? ""]));
  const say = (name: "titleIn" | "descriptionIn" | "stepsIn") => (tag: string) =>
    t(name, { language: languageName(tag) });
  const labels: Record<string, string> = {
    ...{ title: t("name"), due_on: t("dueOn"), due: t("dueTime"), time_zone: t("zone"), steps: t("steps") },
    ...{ coalition_id: t("coalition"), audience: t("whoSees"), ask: t("whoIsAsked"), recipients: t("organizations") },
    campaign_id: t("campaign"),
  };
  for (const tag of tags) {
    labels[`title.${tag}`] = say("titleIn")(tag);
    labels[`description.${tag}`] = say("descriptionIn")(tag);
    labels[`steps.${tag}`] = say("stepsIn")(tag);
  }

  return (
    <Form reply={reply} labels={labels} className="grid gap-8">
      <input type="hidden" name={carried.name} value={carried.value} />
      {notice}
      <FormSection title={t("what")}>
        <TextsFields
          name="title"
          legend={t("name")}
          hint={t("titleHint")}
          say={say("titleIn")}
          stored={stored("title")}
        />
        <TextsFields
          long
          optional
          name="description"
          legend={t("description")}
          hint={t("descriptionHint")}
          say={say("descriptionIn")}
          stored={stored("description")}
        />
        {campaigns.length > 0 ? (
          <Select
            name="campaign_id"
            label={t("campaign")}
            optional
            defaultValue={one(initial.campaign_id) ?? ""}
            options={[
              { value: "", label: t("noCampaign") },
              ...campaigns.map(({ id, name }) => ({ value: id, label: pickText(name, locale).text })),
            ]}
          />
        ) : null}
        <TickedBox name="about_registration" value="true" checked={one(initial.about_registration) === "true"}>
          {t("aboutRegistration")}
        </TickedBox>
      </FormSection>
      <FormSection title={t("due")}>
        <Field name="due_on" type="date" label={t("dueOn")} width="short" defaultValue={one(initial.due_on)} />
        <TimeField name="due" label={t("dueTime")} initial={initial} />
        <ZoneSelect label={t("zone")} zones={zones} defaultValue={one(initial.time_zone)} />
      </FormSection>
      <FormSection title={t("steps")}>
        <TextsFields
          long
          optional
          name="steps"
          legend={t("stepsLegend")}
          hint={t("stepsHint")}
          say={say("stepsIn")}
          stored={stored("steps")}
        />
      </FormSection>
      <FormSection title={t("who")}>
        {asking}
        <Choice
          type="radio"
          name="audience"
          legend={t("whoSees")}
          hint={t("whoSeesHint")}
          defaultValue={one(initial.audience)}
          options={[
            { value: "named", label: t("seenByNamed"), hint: t("seenByNamedMeans") },
            { value: "coalition", label: t("seenByCoalition"), hint: t("seenByCoalitionMeans") },
          ]}
        />
      </FormSection>
      <div className="flex flex-wrap gap-3 border-t border-line pt-6">
        <Button>{t(asking ? "makeAs" : "saveAs", { organization: shortNameOf(organization, locale) })}</Button>
        <LinkButton to={back} variant="quiet">
          {t("back")}
        </LinkButton>
      </div>
    </Form>
  );
}

const tagOf = (name: string) => /^(?:title|description|steps)\.(.+)$/.exec(name)?.[1] ?? [];
