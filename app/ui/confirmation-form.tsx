import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { FormReply } from "~/platform/form";
import { Button } from "./button";
import type { ButtonVariant } from "./button-style";
import { Form } from "./form";
import { LinkButton } from "./link-button";

type ConfirmationFormProps = {
  reply: FormReply | undefined;
  variant: ButtonVariant;
  /** What the button says it does. */
  label: string;
  back: string;
  /** What is chosen before the press. */
  children?: ReactNode;
};

/** A press that changes something that matters, with the way back beside it. */
export function ConfirmationForm({ reply, variant, label, back, children }: ConfirmationFormProps) {
  const t = useTranslations("ui");

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
