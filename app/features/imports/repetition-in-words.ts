import { useLocale, useTranslations } from "use-intl";
import { describeRule } from "~/i18n/describe-rule";
import { formatList } from "~/i18n/format-list";
import { readRule } from "~/platform/recurrence/read-rule";
import { formatDay, formatShortDay, formatTimes, formatZone } from "~/platform/time";
import type { Repeated } from "./queries.server";

const mostNamed = 6;

/** Says how something repeats and on which days it does not, or when it is where it does not repeat. */
export function useRepetitionInWords(): (repeated: Repeated) => string {
  const t = useTranslations("imports");
  const say = useTranslations("repeat");
  const locale = useLocale();
  const listed = (walls: string[], from: string) => {
    const days = walls.filter((wall) => wall >= from).map((wall) => formatShortDay(wall, locale));
    const more = days.length - mostNamed;
    const shown = days.slice(0, mostNamed);
    return days.length === 0 ? "" : formatList(more > 0 ? [...shown, t("moreDates", { count: more })] : shown, locale);
  };

  return ({ rule, starts_local, ends_local, time_zone, excepted, added }) => {
    const zone = formatZone(time_zone, locale);
    if (rule === undefined)
      return `${formatDay(starts_local, locale)}, ${formatTimes({ starts_local, ends_local }, locale)} (${zone})`;
    const told = `${describeRule(readRule(rule).rule ?? null, starts_local, say, locale)} (${zone})`;
    const [without, also] = [listed(excepted, starts_local), listed(added, starts_local)];
    return [
      told,
      t("startingOn", { day: formatDay(starts_local, locale) }),
      ...(without ? [t("without", { days: without })] : []),
      ...(also ? [t("also", { days: also })] : []),
    ].join(" · ");
  };
}
