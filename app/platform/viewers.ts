/** Through whose eyes to look: an organization's, a coalition member's, or the public's. By slug, as the address says it. */
export type Viewer = { organization: string } | { coalition: string } | Record<string, never>;

/** The viewer that `?as=` names: `krc-chicago`, `coalition:emergency-plan`, or the public. */
export function readViewer(as: string | null): Viewer {
  const [, coalition, organization] = /^(?:coalition:([a-z0-9-]{1,60})|([a-z0-9-]{1,60}))$/.exec(as ?? "") ?? [];
  if (coalition) return { coalition };
  return organization && organization !== "public" ? { organization } : {};
}

/** The other way: what `?as=` says for a viewer. */
export function writeViewer(viewer: Viewer): string {
  if ("coalition" in viewer) return `coalition:${viewer.coalition}`;
  return "organization" in viewer ? String(viewer.organization) : "public";
}
