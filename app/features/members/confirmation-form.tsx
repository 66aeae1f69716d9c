import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { FormReply } from "~/platform/form";
import { Button } from "~/ui/button";
import type { ButtonVariant } from "~/ui/button-style";
import { Form } from "~/ui/form";
import { LinkButton } from "~/ui/link-button";

type ConfirmationFormProps = {
  reply: FormReply | undefined;
  variant: ButtonVariant;
  /** What the button says it does. */
  label: string;
  back: string;
  /** What is chosen before the press. */
  children?: ReactNode;
};

/** A press that changes who belongs, with the way back beside it. */
export function ConfirmationForm({ reply, variant, label, back, children }: ConfirmationFormProps) {
  const t = useTranslations("members");

  return (
    <Form reply={reply}>
      {children}
      <div className="flex flex-wrap gap-3">
        <Button variant={variant}>{label}</Button>
        <LinkButton to={back} variant="quiet">
          {t("stay")}
        </LinkButton>
      </div>
    </Form>
  );
}
