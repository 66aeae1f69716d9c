import AlarmClock from "lucide-react/icons/alarm-clock";
import CircleCheck from "lucide-react/icons/circle-check";
import { useTranslations } from "use-intl";
import type { ItemCard } from "./facts";

/** Late, or over: with a symbol and a word. */
export function ItemMarks({ item }: { item: Pick<ItemCard, "late" | "closed"> }) {
  const t = useTranslations("items");
  if (item.closed) {
    return (
      <span className="inline-flex items-center gap-1 text-sm font-semibold text-soft">
        <CircleCheck aria-hidden className="size-4" />
        {t("closed")}
      </span>
    );
  }
  if (!item.late) return null;
  return (
    <span className="inline-flex items-center gap-1 text-sm font-semibold text-ochre">
      <AlarmClock aria-hidden className="size-4" />
      {t("late")}
    </span>
  );
}
