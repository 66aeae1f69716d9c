import { useTranslations } from "use-intl";
import { all, one } from "~/platform/form-values";
import { Choice } from "~/ui/choice";
import { Field } from "~/ui/field";
import { TextArea } from "~/ui/text-area";
import { AudienceFields, type Sharing } from "./audience-fields";
import { MoreSection } from "./more-section";
import { TextFields } from "./text-fields";

const facts = [
  ...(["step_free", "accessible_restroom", "accessible_parking", "near_transit"] as const),
  ...(["hearing_loop", "quiet_room", "child_space", "scent_free"] as const),
];

/** What lies below the card: the place, what was said about papers, and what one notes for oneself. */
export function FormLayers({ languages, ...sharing }: Sharing & { languages: string[] }) {
  const t = useTranslations("posting");
  const fact = useTranslations("accessibility");
  const { initial } = sharing;
  const line = (name: string) => ({
    name: `place.${name}`,
    optional: true,
    defaultValue: one(initial[`place.${name}`]),
  });

  return (
    <>
      <MoreSection
        title={t("place")}
        lead={t("placeLead")}
        fields={["place"]}
        filled={Boolean(one(initial["place.id"]))}
      >
        {one(initial["place.id"]) ? <input type="hidden" name="place.id" value={one(initial["place.id"])} /> : null}
        {all(initial["place.kept"]).map((id) => (
          <input key={id} type="hidden" name="place.kept" value={id} />
        ))}
        <Field {...line("name")} label={t("placeName")} />
        <Field {...line("address_1")} label={t("address")} autoComplete="off" />
        <Field {...line("address_2")} label={t("address2")} autoComplete="off" />
        <Field {...line("city")} label={t("city")} width="medium" />
        <Field {...line("region")} label={t("region")} width="short" />
        <Field {...line("postal_code")} label={t("postalCode")} width="short" />
        <Field {...line("coordinates")} label={t("coordinates")} hint={t("coordinatesHint")} width="medium" />
        <Choice
          type="checkbox"
          name="place.accessibility"
          legend={t("accessibility")}
          layout="wrap"
          optional
          options={facts.map((value) => ({ value, label: fact(value) }))}
          defaultValue={all(initial["place.accessibility"])}
        />
        <TextFields
          name="place.directions"
          label={(language) => t("directionsIn", { language })}
          initial={initial}
          languages={languages}
          rows={2}
          optional
        />
        <AudienceFields layer="place" {...sharing} />
      </MoreSection>
      <MoreSection
        title={t("assurance")}
        lead={t("assuranceLead")}
        fields={["assurance"]}
        filled={Boolean(one(initial["assurance.told_on"]))}
      >
        <Field
          name="assurance.told_on"
          type="date"
          label={t("toldOn")}
          hint={t("toldOnHint")}
          optional
          width="short"
          defaultValue={one(initial["assurance.told_on"])}
        />
        <TextFields
          name="assurance.note"
          label={(language) => t("assuranceNoteIn", { language })}
          initial={initial}
          languages={languages}
          optional
        />
        <AudienceFields layer="assurance" {...sharing} />
      </MoreSection>
      <MoreSection title={t("notes")} lead={t("notesLead")} fields={["notes"]} filled={Boolean(one(initial.notes))}>
        <TextArea
          name="notes"
          label={t("notes")}
          hint={t("notesHint")}
          optional
          rows={3}
          defaultValue={one(initial.notes)}
        />
      </MoreSection>
    </>
  );
}
