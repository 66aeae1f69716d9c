import { ownerOf } from "./owner";
import type { Local } from "./product";

/** Lets everybody try as often as they like: a suite comes from one network, and presses as often as a whole town. */
export async function liftLimits(local: Local): Promise<void> {
  const owner = ownerOf(local);
  await owner`update private.limits set tries = 1000000`;
  await owner.end();
}
