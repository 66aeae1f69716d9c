export type ButtonVariant = "primary" | "quiet" | "plain" | "danger";

const shape =
  "relative inline-flex min-h-11 cursor-pointer items-center justify-center gap-2 rounded-md px-4 py-2 text-center leading-snug font-semibold transition-colors aria-disabled:cursor-progress aria-disabled:opacity-70";

const looks: Record<ButtonVariant, string> = {
  primary: "bg-jade text-on-jade hover:bg-jade-deep",
  quiet: "border border-edge bg-surface text-ink hover:border-ink hover:bg-sunken",
  plain: "px-2 text-jade hover:bg-jade-wash",
  danger: "bg-cinnabar text-on-cinnabar hover:bg-cinnabar-deep",
};

/** How a button looks, for real buttons and for links that stand beside them. */
export function buttonStyle(variant: ButtonVariant = "primary"): string {
  return `${shape} ${looks[variant]}`;
}
