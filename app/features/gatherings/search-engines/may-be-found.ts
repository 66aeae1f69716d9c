import type { GatheringPage } from "../card";

/** Whether a gathering's page may be kept by search engines: its owner opted in, and everyone may see it anyway. */
export function mayBeFound({
  indexable,
  ...gathering
}: Pick<GatheringPage, "indexable" | "audience" | "state">): boolean {
  return indexable && isPublic(gathering);
}

/** Whether anyone at all may see a gathering's card. */
export function isPublic({ audience, state }: Pick<GatheringPage, "audience" | "state">): boolean {
  return audience === "everyone" && state !== "draft";
}
