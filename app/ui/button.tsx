import type { ButtonHTMLAttributes } from "react";
import { useTranslations } from "use-intl";
import { type ButtonVariant, buttonStyle } from "./button-style";
import { useFormState } from "./form-context";

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className"> & { variant?: ButtonVariant };

/**
 * A button. While its form is on the way, the one that was pressed says so without changing its size; it keeps focus and
 * takes no second press.
 */
export function Button({ variant = "primary", type = "submit", children, ...button }: ButtonProps) {
  const t = useTranslations("ui");
  const { sent } = useFormState();
  const waits = sent !== undefined && type === "submit";
  const pressed = waits && (!button.name || sent.get(button.name) === button.value);

  return (
    <button {...button} type={type} aria-disabled={waits || undefined} className={buttonStyle(variant)}>
      {pressed ? (
        <>
          <span aria-hidden className="invisible contents">
            {children}
          </span>
          <span className="absolute inset-0 grid place-items-center">{t("sending")}</span>
        </>
      ) : (
        children
      )}
    </button>
  );
}
