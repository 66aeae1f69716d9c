import { withoutSecret } from "./link-paths";

/** A path as it may stand in the log: no link's secret, and no segment that could be what somebody typed. */
export function loggedPath(path: string): string {
  const [, ...segments] = withoutSecret(path.slice(0, 300)).split("/");
  return `/${segments.map(plain).join("/")}`;
}

function plain(segment: string): string {
  return /^[\w.-]{0,60}$/.test(segment) ? segment : "…";
}
