import { knowsZone, localIn } from "~/platform/time";
import type { Card } from "./card";

/** Whether the clocks at the place show another time than the reader's; for somebody whose clocks we do not know, yes. */
export function isElsewhere({ time_zone, starts_at }: Card, readerZone: string | undefined): boolean {
  if (time_zone === readerZone) return false;
  if (!readerZone || !knowsZone(readerZone) || !knowsZone(time_zone)) return true;
  return localIn(starts_at, readerZone) !== localIn(starts_at, time_zone);
}
