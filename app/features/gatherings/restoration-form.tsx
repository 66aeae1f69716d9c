import { useLocale, useTranslations } from "use-intl";
import { shortNameOf } from "~/i18n/names";
import type { Organization } from "~/platform/fellows";
import type { FormReply } from "~/platform/form";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { LinkButton } from "~/ui/link-button";

type RestorationFormProps = {
  organization: Pick<Organization, "display_name" | "short_name" | "korean_name">;
  /** The gathering's page, to go back to; a dialog stands on it already. */
  back?: string;
  /** Where it is sent, when that is not the page it stands on. */
  action?: string;
  version: string;
  reply: FormReply | undefined;
};

/** Asks whether a cancelled gathering is to be put back on. */
export function RestorationForm({ organization, back, action, version, reply }: RestorationFormProps) {
  const t = useTranslations("gatherings");
  const name = shortNameOf(organization, useLocale());

  return (
    <Form action={action} reply={reply}>
      <input type="hidden" name="seen_version" value={version} />
      <div className="flex flex-wrap gap-3">
        <Button>{t("restoreAs", { organization: name })}</Button>
        {back ? (
          <LinkButton to={back} variant="quiet">
            {t("stayCancelled")}
          </LinkButton>
        ) : null}
      </div>
    </Form>
  );
}
