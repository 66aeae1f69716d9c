import { useLocale, useTranslations } from "use-intl";
import { shortNameOf } from "~/i18n/names";
import { commonLanguages } from "~/i18n/spoken-languages";
import { useLanguageName } from "~/i18n/use-language-name";
import type { FormReply } from "~/platform/form";
import { Button } from "~/ui/button";
import { Choice } from "~/ui/choice";
import { Field } from "~/ui/field";
import { Form } from "~/ui/form";
import { LinkButton } from "~/ui/link-button";
import type { Role } from "../card";
import { ScopeChoice } from "../repeating/scope-choice";

type RoleFormProps = {
  organization: Parameters<typeof shortNameOf>[0];
  /** The role that is changed; without one, another is added. */
  role?: Role;
  repeats: boolean;
  back?: string;
  reply: FormReply | undefined;
};

/** What volunteers are needed for, and how many. */
export function RoleForm({ organization, role, repeats, back, reply }: RoleFormProps) {
  const t = useTranslations("volunteers");
  const languageName = useLanguageName();
  const locale = useLocale();
  const by = { organization: shortNameOf(organization, locale) };
  const asked = [...new Set([...commonLanguages, ...(role?.languages ?? [])])];
  const tags = [...new Set([locale, ...["ko", "en"], ...Object.keys(role?.name ?? {})])];
  const labelOf = (tag: string) => t("nameIn", { language: languageName(tag) });

  return (
    <Form
      reply={namedAt(`name.${locale}`, reply)}
      labels={{ [`name.${locale}`]: labelOf(locale), needed: t("needed"), languages: t("languages") }}
    >
      {tags.map((tag, at) => (
        <Field
          key={tag}
          name={`name.${tag}`}
          label={labelOf(tag)}
          hint={at === 0 ? t("nameHint") : undefined}
          optional={at > 0}
          width="medium"
          autoComplete="off"
          defaultValue={role?.name[tag]}
        />
      ))}
      <Field
        name="needed"
        label={t("needed")}
        inputMode="numeric"
        width="short"
        defaultValue={role ? String(role.needed) : "1"}
      />
      <Choice
        type="checkbox"
        name="languages"
        legend={t("languages")}
        layout="wrap"
        optional
        options={asked.map((tag) => ({ value: tag, label: languageName(tag) }))}
        defaultValue={role?.languages ?? []}
      />
      {repeats ? <ScopeChoice asking="whichScope" /> : null}
      <div className="flex flex-wrap gap-3">
        <Button>{role ? t("saveAs", by) : t("addAs", by)}</Button>
        {back ? (
          <LinkButton to={back} variant="quiet">
            {t("back")}
          </LinkButton>
        ) : null}
      </div>
    </Form>
  );
}

/** That a name is missing in every language is said where the reader's own is typed. */
function namedAt(field: string, reply: FormReply | undefined): FormReply | undefined {
  const { name, ...errors } = reply?.errors ?? {};
  return reply && name ? { ...reply, errors: { [field]: name, ...errors } } : reply;
}
