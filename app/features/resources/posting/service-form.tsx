import { useLocale, useTranslations } from "use-intl";
import { shortNameOf } from "~/i18n/names";
import { commonLanguages } from "~/i18n/spoken-languages";
import { useLanguageName } from "~/i18n/use-language-name";
import type { FormReply } from "~/platform/form";
import { all, one } from "~/platform/form-values";
import type { ZoneChoices } from "~/platform/zone-choices";
import { Button } from "~/ui/button";
import { Choice } from "~/ui/choice";
import { Field } from "~/ui/field";
import { FieldErrors } from "~/ui/field-errors";
import { Form } from "~/ui/form";
import { useField } from "~/ui/form-context";
import { FormSection } from "~/ui/form-section";
import { LinkButton } from "~/ui/link-button";
import { TextArea } from "~/ui/text-area";
import type { Needs } from "../service";
import { states } from "../vocabulary";
import { AudienceFields, type Sharing } from "./audience-fields";
import { FormDetails } from "./form-details";
import { FormHours } from "./form-hours";
import { FormLayers } from "./form-layers";
import { FormLegal } from "./form-legal";
import { FormNeeds } from "./form-needs";
import { TextFields, useTextLanguages } from "./text-fields";
import { useServiceLabels } from "./use-service-labels";

type ServiceFormProps = Sharing & {
  needs: Needs;
  zones: ZoneChoices;
  reply: FormReply | undefined;
  /** Travels with the form unseen: the submission's own number, or the version that was read. */
  carried: { name: "submission_id" | "seen_version"; value: string };
  /** Where whoever changes nothing goes back to, of a stored one. */
  back?: string;
};

/** The form of a service: five fields that matter, and below them all that can come later. */
export function ServiceForm({ needs, zones, reply, carried, back, ...sharing }: ServiceFormProps) {
  const t = useTranslations("posting");
  const state = useTranslations("resources");
  const locale = useLocale();
  const languageName = useLanguageName();
  const { initial, organization } = sharing;
  const languages = useTextLanguages(initial);
  const labels = useServiceLabels(languages);
  const name = { organization: shortNameOf(organization, locale) };

  return (
    <Form reply={reply} labels={labels} className="grid gap-4">
      <input type="hidden" name={carried.name} value={carried.value} />
      <input type="hidden" name="written_in" value={locale} />
      <FormSection title={t("basics")}>
        <Names initial={initial} languages={languages} />
        <TextFields
          name="description"
          label={(language) => t("descriptionIn", { language })}
          hint={t("descriptionHint")}
          initial={initial}
          languages={languages}
          rows={3}
          optional
        />
        <TextArea
          name="phones"
          label={t("phones")}
          hint={t("phonesHint")}
          optional
          rows={2}
          defaultValue={one(initial.phones)}
        />
        <Choice
          type="checkbox"
          name="languages"
          legend={t("languages")}
          hint={t("languagesHint")}
          layout="wrap"
          optional
          options={commonLanguages.map((tag) => ({ value: tag, label: languageName(tag) }))}
          defaultValue={all(initial.languages)}
        />
        <Field
          name="other_languages"
          label={t("otherLanguages")}
          optional
          defaultValue={one(initial.other_languages)}
        />
        <AudienceFields layer="card" {...sharing} />
      </FormSection>
      <div>
        <FormNeeds initial={initial} needs={needs} />
        <FormHours initial={initial} zones={zones} />
        <FormDetails initial={initial} languages={languages} />
        <FormLayers {...sharing} languages={languages} />
        <FormLegal initial={initial} />
      </div>
      <div className="grid gap-x-12 border-t border-line pt-6 lg:grid-cols-[16rem_minmax(0,42rem)]">
        <div className="grid gap-4 lg:col-start-2">
          {back ? (
            <Choice
              type="radio"
              name="state"
              legend={t("state")}
              options={states
                .filter((each) => each !== "draft" || one(initial.state) === "draft")
                .map((value) => ({ value, label: state(`state.${value}`), hint: t(`stateMeans.${value}`) }))}
              defaultValue={one(initial.state)}
            />
          ) : null}
          <div className="flex flex-wrap gap-3">
            {back ? (
              <>
                <Button>{t("saveAs", name)}</Button>
                <LinkButton to={back} variant="plain">
                  {t("changeNothing")}
                </LinkButton>
              </>
            ) : (
              <>
                <Button name="state" value="active">
                  {t("publishAs", name)}
                </Button>
                <Button variant="quiet" name="state" value="draft">
                  {t("saveDraft", name)}
                </Button>
              </>
            )}
          </div>
        </div>
      </div>
    </Form>
  );
}

/** What it is called, in one language at least. */
function Names({ initial, languages }: Pick<Sharing, "initial"> & { languages: string[] }) {
  const t = useTranslations("posting");
  const { id, errors, aria } = useField("name", { hint: false });
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-describedby={aria["aria-describedby"]}
      className={errors.length > 0 ? "border-l-4 border-cinnabar pl-3" : undefined}
    >
      <legend className="mb-1 font-semibold">{t("names")}</legend>
      <FieldErrors id={id} errors={errors} />
      <div className="grid gap-4">
        <TextFields
          name="name"
          label={(language) => t("nameIn", { language })}
          initial={initial}
          languages={languages}
        />
      </div>
    </fieldset>
  );
}
