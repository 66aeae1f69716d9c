/** A path as it may stand in the log: no link's secret, and no segment that could be what somebody typed. */
export function loggedPath(path: string): string {
  const [, first = "", ...rest] = path.slice(0, 300).split("/");
  const shown = ["welcome", "invitations"].includes(first ?? "") ? rest.map(() => "…") : rest.map(plain);
  return `/${[plain(first), ...shown].join("/")}`;
}

function plain(segment: string): string {
  return /^[\w.-]{0,60}$/.test(segment) ? segment : "…";
}
