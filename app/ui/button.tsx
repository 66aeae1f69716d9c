import type { ButtonHTMLAttributes } from "react";
import { useTranslations } from "use-intl";
import { type ButtonVariant, buttonStyle } from "./button-style";
import { useFormState } from "./form-context";

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className"> & { variant?: ButtonVariant };

/** A button. One that submits says so while its form is on the way; it keeps focus and takes no second press. */
export function Button({ variant = "primary", type = "submit", children, ...button }: ButtonProps) {
  const t = useTranslations("ui");
  const { busy } = useFormState();
  const sending = busy && type === "submit";

  return (
    <button {...button} type={type} aria-disabled={sending || undefined} className={buttonStyle(variant)}>
      {sending ? t("sending") : children}
    </button>
  );
}
