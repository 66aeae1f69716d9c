import type { Viewer } from "~/platform/viewer";

/** Where somebody starts who has signed in: whoever serves one organization, at its home. */
export function homeOf(viewer: Viewer | null): string {
  const [only, ...others] = viewer?.organizations ?? [];
  return only && others.length === 0 ? `/o/${only.slug}` : "/";
}
