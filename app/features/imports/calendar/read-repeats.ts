import type { NamedDate, Repeats } from "./entry";
import { momentIn, type Properties, type Stopped, type ZoneNamed } from "./properties";
import type { Block } from "./split-calendar";

/** No series names more single dates than these. */
const mostDates = 1000;
const lastInstant = "2099-12-30T00:00:00Z";

/** How an entry repeats; nothing where it does not. A line of it that cannot be read is not passed over: it may leave a day out. */
export function readRepeats(block: Block, properties: Properties, zoneNamed: ZoneNamed): Repeats | Stopped | undefined {
  const saying = (name: string) => block.lines.filter((line) => line.name === name);
  const rules = saying("RRULE");
  const isCertain = ["EXDATE", "RDATE"].every((name) => saying(name).length === (properties.get(name)?.length ?? 0));
  if (rules.length + saying("RDATE").length + saying("EXRULE").length === 0) return undefined;
  // Two rules at once, and rules of what is left out, nobody writes any more.
  if (rules.length > 1 || saying("EXRULE").length > 0 || !isCertain) return { reason: "rule_not_understood" };
  const excepted = datesOf(properties, "EXDATE", zoneNamed);
  if ("reason" in excepted) return excepted;
  const added = datesOf(properties, "RDATE", zoneNamed);
  if ("reason" in added) return added;
  if (excepted.length + added.length > mostDates) return { reason: "too_many_dates" };
  return { ...ruleIn(rules[0]?.text ?? ""), excepted, added };
}

/** An end that is an instant stands apart: on which wall time it falls is not for this computer to say. */
function ruleIn(line: string): Pick<Repeats, "rule" | "until"> {
  const rule = line
    .slice(line.indexOf(":") + 1)
    .trim()
    .toUpperCase();
  const [ending, year, month, day, hour, minute, second] =
    /;?UNTIL=(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/.exec(rule) ?? [];
  if (ending === undefined) return { rule, until: null };
  const until = { at: earliest(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) };
  return { rule: rule.replace(ending, "").replace(/^;/, ""), until };
}

/** Programs write "without end" as the last second of the year 9999. */
const earliest = (at: string) => (at < lastInstant ? at : lastInstant);

function datesOf(properties: Properties, name: string, zoneNamed: ZoneNamed): NamedDate[] | Stopped {
  const dates: NamedDate[] = [];
  for (const property of properties.get(name) ?? []) {
    for (const value of property.values) {
      const moment = momentIn(property, value, zoneNamed);
      if ("reason" in moment) return moment.reason === "zone_unknown" ? moment : { reason: "rule_not_understood" };
      dates.push(property.type === "date" && "wall" in moment ? { day: moment.wall.slice(0, 10) } : moment);
      if (dates.length > mostDates) return { reason: "too_many_dates" };
    }
  }
  return dates;
}
