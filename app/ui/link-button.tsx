import { Link, type LinkProps } from "@remix-run/react";
import { type ButtonVariant, buttonStyle } from "./button-style";

type LinkButtonProps = Omit<LinkProps, "className"> & { variant?: ButtonVariant };

/** A link that looks like a button: for going somewhere to act, never for acting. */
export function LinkButton({ variant = "primary", ...link }: LinkButtonProps) {
  return <Link {...link} className={buttonStyle(variant)} />;
}
