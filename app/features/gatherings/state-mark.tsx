import { useTranslations } from "use-intl";
import type { State } from "./vocabulary";

/** Says that a gathering is a draft or cancelled; what is scheduled needs no word. */
export function StateMark({ state }: { state: State }) {
  const t = useTranslations("state");
  if (state === "scheduled") return null;
  const look = state === "cancelled" ? "border-cinnabar text-cinnabar" : "border-ochre text-ochre";
  return <span className={`rounded-sm border px-1.5 text-sm font-semibold whitespace-nowrap ${look}`}>{t(state)}</span>;
}
