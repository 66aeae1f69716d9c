import { useLocale, useTranslations } from "use-intl";
import { formatDay, formatTime, formatZone, knowsZone, localIn } from "~/platform/time";
import type { ItemCard } from "./facts";

type DueTimeProps = { item: Pick<ItemCard, "due_local" | "due_at" | "time_zone">; readerZone?: string | undefined };

/** By when something is to be done, as the clocks of its place show it, and as the reader's do where that differs. */
export function DueTime({ item: { due_local, due_at, time_zone }, readerZone }: DueTimeProps) {
  const ui = useTranslations("ui");
  const locale = useLocale();
  const there = readerZone && knowsZone(readerZone) ? localIn(due_at, readerZone) : due_local;
  const said = (local: string, zone: string) =>
    `${formatDay(local, locale)}, ${formatTime(local, locale)} (${formatZone(zone, locale, due_at)})`;
  return (
    <>
      <time dateTime={due_at}>{said(due_local, time_zone)}</time>
      {there.slice(0, 16) === due_local.slice(0, 16) || !readerZone ? null : (
        <span className="block text-base font-normal text-soft">
          {ui("yourTime", { when: said(there, readerZone) })}
        </span>
      )}
    </>
  );
}
