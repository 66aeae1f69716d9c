import { useLocale, useTranslations } from "use-intl";
import { shortNameOf } from "~/i18n/names";
import type { FormReply } from "~/platform/form";
import type { FormOrganization } from "~/platform/form-organization";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Form } from "~/ui/form";
import { LinkButton } from "~/ui/link-button";

type TemplateFormProps = {
  organization: Pick<FormOrganization, "display_name" | "short_name" | "korean_name">;
  /** The name it is proposed under. */
  name: string;
  /** The gathering's page. */
  back: string;
  reply: FormReply | undefined;
};

/** Asks under which name a gathering is kept. */
export function TemplateForm({ organization, name, back, reply }: TemplateFormProps) {
  const t = useTranslations("templates");
  const by = shortNameOf(organization, useLocale());

  return (
    <Form reply={reply} labels={{ name: t("name") }}>
      <Field name="name" label={t("name")} hint={t("nameHint")} defaultValue={name} autoComplete="off" width="medium" />
      <div className="flex flex-wrap gap-3">
        <Button>{t("keepAs", { organization: by })}</Button>
        <LinkButton to={back} variant="quiet">
          {t("back")}
        </LinkButton>
      </div>
    </Form>
  );
}
