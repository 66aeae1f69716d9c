import UserRoundPlus from "lucide-react/icons/user-round-plus";
import { useTranslations } from "use-intl";
import type { Card } from "../card";

/** Says how many volunteers a gathering lacks; nothing to those who do not hold it. */
export function MissingMark({ card }: { card: Pick<Card, "missing"> }) {
  const t = useTranslations("calendar");
  if (!card.missing) return null;
  return (
    <span className="inline-flex items-center gap-1 font-semibold whitespace-nowrap text-ochre">
      <UserRoundPlus aria-hidden className="size-4" />
      {t("missing", { count: card.missing })}
    </span>
  );
}
