import Repeat from "lucide-react/icons/repeat";
import { useTranslations } from "use-intl";
import type { Card } from "../card";

/** Says of a gathering in a list that it is one of several. */
export function RepeatMark({ card }: { card: Card }) {
  const t = useTranslations("repeat");
  if (!card.repeats) return null;
  return (
    <span className="inline-flex items-center gap-1 text-soft">
      <Repeat aria-hidden className="size-3.5" />
      {t("mark")}
    </span>
  );
}

/** The same where there is room for a sign alone. */
export function RepeatSign({ card }: { card: Card }) {
  const t = useTranslations("repeat");
  if (!card.repeats) return null;
  return (
    <>
      {" "}
      <Repeat aria-hidden className="inline size-3 align-[-0.1em]" />
      <span className="sr-only">{t("mark")}</span>
    </>
  );
}
