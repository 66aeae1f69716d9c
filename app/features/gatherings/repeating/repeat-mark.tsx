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
