import { useLocale, useTranslations } from "use-intl";
import { shortNameOf } from "~/i18n/names";
import type { FormReply } from "~/platform/form";
import type { FormOrganization } from "~/platform/form-organization";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { LinkButton } from "~/ui/link-button";

type TemplateRemovalFormProps = {
  organization: Pick<FormOrganization, "display_name" | "short_name" | "korean_name">;
  /** Where it is sent, when that is not the page it stands on. */
  action?: string;
  /** The templates' page, to go back to; a dialog stands on it already. */
  back?: string;
  reply: FormReply | undefined;
};

/** Asks whether a template is to be deleted. */
export function TemplateRemovalForm({ organization, action, back, reply }: TemplateRemovalFormProps) {
  const t = useTranslations("templates");
  const name = shortNameOf(organization, useLocale());

  return (
    <Form action={action} reply={reply}>
      <div className="flex flex-wrap gap-3">
        <Button variant="danger">{t("removeAs", { organization: name })}</Button>
        {back ? (
          <LinkButton to={back} variant="quiet">
            {t("stay")}
          </LinkButton>
        ) : null}
      </div>
    </Form>
  );
}
