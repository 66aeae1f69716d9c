import { useLocale, useTranslations } from "use-intl";
import { shortNameOf } from "~/i18n/names";
import type { Organization } from "~/platform/fellows";
import type { FormReply } from "~/platform/form";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { LinkButton } from "~/ui/link-button";
import { TextArea } from "~/ui/text-area";
import { ScopeChoice } from "./repeating/scope-choice";

type CancellationFormProps = {
  organization: Pick<Organization, "display_name" | "short_name" | "korean_name">;
  /** The gathering's page, to go back to; a dialog stands on it already. */
  back?: string;
  /** Where it is sent, when that is not the page it stands on. */
  action?: string;
  version: string;
  /** Whether others of its series are still to come. */
  repeats: boolean;
  reply: FormReply | undefined;
};

/** Asks why a gathering is cancelled. */
export function CancellationForm({ organization, back, action, version, repeats, reply }: CancellationFormProps) {
  const t = useTranslations("gatherings");
  const name = shortNameOf(organization, useLocale());

  return (
    <Form action={action} reply={reply} labels={{ reason: t("reason") }}>
      <input type="hidden" name="seen_version" value={version} />
      {repeats ? <ScopeChoice asking="cancelScope" /> : null}
      <TextArea name="reason" label={t("reason")} hint={t("reasonHint")} rows={3} />
      <div className="flex flex-wrap gap-3">
        <Button variant="danger">{t("cancelAs", { organization: name })}</Button>
        {back ? (
          <LinkButton to={back} variant="quiet">
            {t("keepIt")}
          </LinkButton>
        ) : null}
      </div>
    </Form>
  );
}
