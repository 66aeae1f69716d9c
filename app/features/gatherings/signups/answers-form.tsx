import type { ReactNode } from "react";
import { useLocale, useTranslations } from "use-intl";
import { shortNameOf } from "~/i18n/names";
import { commonLanguages, typedLanguages } from "~/i18n/spoken-languages";
import { useLanguageName } from "~/i18n/use-language-name";
import type { Organization } from "~/platform/fellows";
import type { FormReply } from "~/platform/form";
import { Button } from "~/ui/button";
import { Choice } from "~/ui/choice";
import { Field } from "~/ui/field";
import { Form } from "~/ui/form";
import { Select } from "~/ui/select";
import { needs } from "./needs";

type AnswersFormProps = {
  reply: FormReply | undefined;
  /** The organization that sees who it is, and the gathering's owner, who may be told as well. */
  organization: Organization;
  owner: Organization;
  known?: { name: string; seats: number; language: string; needs: string[]; contact: string; told_host: boolean };
  label: string;
  /** What travels with the form unseen. */
  children?: ReactNode;
};

/** All that somebody who signs up is asked. */
export function AnswersForm({ reply, organization, owner, known, label, children }: AnswersFormProps) {
  const t = useTranslations("signups");
  const locale = useLocale();
  const languageName = useLanguageName();
  const languages = [...commonLanguages, ...typedLanguages];
  const labels = {
    ...{ name: t("name"), seats: t("seats"), language: t("language"), needs: t("needs"), contact: t("contact") },
    code: t("code"),
  };

  return (
    <Form reply={reply} labels={labels}>
      {children}
      <Field
        name="name"
        label={labels.name}
        hint={t("nameHint")}
        maxLength={80}
        autoComplete="nickname"
        defaultValue={known?.name}
        required
      />
      <Field
        name="seats"
        label={labels.seats}
        hint={t("seatsHint")}
        inputMode="numeric"
        width="short"
        defaultValue={known?.seats ?? 1}
        required
      />
      <Select
        name="language"
        label={labels.language}
        defaultValue={known?.language ?? locale}
        options={languages.map((tag) => ({ value: tag, label: languageName(tag) }))}
      />
      <Choice
        type="checkbox"
        name="needs"
        legend={labels.needs}
        optional
        options={needs.map((need) => ({ value: need, label: t(`need.${need}`) }))}
        defaultValue={known?.needs}
      />
      <Field
        name="contact"
        label={labels.contact}
        hint={t("contactHint")}
        optional
        maxLength={120}
        autoComplete="email"
        defaultValue={known?.contact}
      />
      {organization.id === owner.id ? null : (
        <Choice
          type="checkbox"
          name="told_host"
          legend={t("toldHostLegend")}
          optional
          options={[{ value: "yes", label: t("toldHost", { organization: shortNameOf(owner, locale) }) }]}
          defaultValue={known?.told_host ? "yes" : undefined}
        />
      )}
      <div>
        <Button>{label}</Button>
      </div>
    </Form>
  );
}
