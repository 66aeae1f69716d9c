import { useLocale, useTranslations } from "use-intl";
import { nameOf, shortNameOf } from "~/i18n/names";
import { useLanguageName } from "~/i18n/use-language-name";
import type { FormReply } from "~/platform/form";
import type { FormOrganization } from "~/platform/form-organization";
import { Button } from "~/ui/button";
import { Choice } from "~/ui/choice";
import { Field } from "~/ui/field";
import { FieldErrors } from "~/ui/field-errors";
import { Form } from "~/ui/form";
import { useField } from "~/ui/form-context";
import { Hint } from "~/ui/hint";
import { LinkButton } from "~/ui/link-button";
import { Select } from "~/ui/select";
import { TextArea } from "~/ui/text-area";
import type { Collection } from "./facts";

type CollectionFormProps = {
  organization: FormOrganization;
  /** What is there already; nothing of a new one. */
  stored?: Pick<Collection, "name" | "note" | "audience" | "coalition_id">;
  /** What is sent along unseen. */
  hidden: { name: string; value: string };
  back: string;
  reply: FormReply | undefined;
};

/** Asks what a collection is called, what its readers should know, and who can see it. */
export function CollectionForm({ organization, stored, hidden, back, reply }: CollectionFormProps) {
  const t = useTranslations("handingOut");
  const locale = useLocale();
  const languageName = useLanguageName();
  const languages = [...new Set([locale, "ko", "en", ...Object.keys({ ...stored?.name, ...stored?.note })])];

  return (
    <Form reply={reply} labels={{ name: t("collectionName"), audience: t("collectionWho") }}>
      <input type="hidden" {...hidden} />
      <NameFields languages={languages} stored={stored?.name ?? {}} />
      {languages.map((tag, at) => (
        <TextArea
          key={tag}
          name={`note.${tag}`}
          lang={tag}
          label={t("collectionNoteIn", { language: languageName(tag) })}
          hint={at === 0 ? t("collectionNoteHint") : undefined}
          optional
          rows={3}
          defaultValue={stored?.note[tag]}
        />
      ))}
      <CollectionAudience organization={organization} stored={stored} />
      <div className="flex flex-wrap gap-3">
        <Button>{t("make", { organization: shortNameOf(organization, locale) })}</Button>
        <LinkButton to={back} variant="quiet">
          {t("back")}
        </LinkButton>
      </div>
    </Form>
  );
}

function NameFields({ languages, stored }: { languages: string[]; stored: Record<string, string> }) {
  const t = useTranslations("handingOut");
  const languageName = useLanguageName();
  const { id, errors, aria } = useField("name", { hint: true });
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-describedby={aria["aria-describedby"]}
      className={errors.length > 0 ? "border-l-4 border-cinnabar pl-3" : undefined}
    >
      <legend className="mb-1 font-semibold">{t("collectionName")}</legend>
      <Hint id={id}>{t("collectionNameHint")}</Hint>
      <FieldErrors id={id} errors={errors} />
      <div className="grid gap-4">
        {languages.map((tag) => (
          <Field
            key={tag}
            name={`name.${tag}`}
            lang={tag}
            label={t("collectionNameIn", { language: languageName(tag) })}
            defaultValue={stored[tag]}
            autoComplete="off"
          />
        ))}
      </div>
    </fieldset>
  );
}

function CollectionAudience({ organization, stored }: Pick<CollectionFormProps, "organization" | "stored">) {
  const t = useTranslations("handingOut");
  const audience = useTranslations("audience");
  const locale = useLocale();
  const { coalitions } = organization;
  const [only] = coalitions;
  const name = { organization: shortNameOf(organization, locale) };
  const isOne = only !== undefined && coalitions.length === 1;
  const coalition = {
    value: "coalition",
    label: audience("coalition"),
    hint: isOne ? t("collectionCoalitionMeans", { coalition: nameOf(only, locale) }) : undefined,
    more: isOne ? undefined : (
      <Select
        name="coalition_id"
        label={t("collectionCoalition")}
        options={coalitions.map((one) => ({ value: one.id, label: nameOf(one, locale) }))}
        defaultValue={stored?.coalition_id ?? undefined}
      />
    ),
  };
  return (
    <>
      <Choice
        type="radio"
        name="audience"
        legend={t("collectionWho")}
        options={[
          { value: "owner", label: audience("owner"), hint: t("collectionOwnerMeans", name) },
          ...(only ? [coalition] : []),
          { value: "everyone", label: audience("everyone"), hint: t("collectionEveryoneMeans", name) },
        ]}
        defaultValue={stored?.audience ?? "owner"}
      />
      {isOne ? <input type="hidden" name="coalition_id" value={only.id} /> : null}
    </>
  );
}
