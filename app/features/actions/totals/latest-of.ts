import type { OwnMetric } from "./facts";

/** What an organization last entered for a month. */
export function latestOf({ own }: Pick<OwnMetric, "own">, month: string) {
  return own.find((one) => one.month === month);
}
