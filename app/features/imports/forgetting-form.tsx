import { useTranslations } from "use-intl";
import type { FormReply } from "~/platform/form";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { LinkButton } from "~/ui/link-button";

type ForgettingFormProps = {
  /** Where it is sent, when that is not the page it stands on. */
  action?: string;
  /** The page of imports, to go back to; a dialog stands on it already. */
  back?: string;
  reply: FormReply | undefined;
};

/** Asks whether the address of a calendar is to be forgotten. */
export function ForgettingForm({ action, back, reply }: ForgettingFormProps) {
  const t = useTranslations("imports");

  return (
    <Form action={action} reply={reply}>
      <div className="flex flex-wrap gap-3">
        <Button variant="danger">{t("forget")}</Button>
        {back ? (
          <LinkButton to={back} variant="quiet">
            {t("keep")}
          </LinkButton>
        ) : null}
      </div>
    </Form>
  );
}
