/** Whether a path is a link's, whose last part is a secret: `/password/:token`, say, or its data. However it is written. */
export function holdsSecret(path: string): boolean {
  return linkOf(path) !== undefined;
}

/** Whether no browser may keep the answer: also a form that is answered with a secret, so that nobody goes back to it. */
export function keepsNothing(path: string): boolean {
  return holdsSecret(path) || /^\/gatherings\/[^/]+\/signup(\.data)?$/.test(plainly(path));
}

/** Whether a form at this path lets somebody in, or changes what lets them in. */
export function isWayIn(path: string): boolean {
  return /^\/(sign-in|password|welcome|invitations|address|settings\/(password|address|deletion))([/.]|$)/.test(
    plainly(path),
  );
}

/** A path without its secret, as it may be written down. */
export function withoutSecret(path: string): string {
  const link = linkOf(path);
  if (!link) return path;
  const rest = plainly(path).slice(link.length).split("/");
  return link + rest.map(() => "…").join("/");
}

const links = [
  ...[
    "/welcome/",
    "/invitations/",
    "/sign-in/link/",
    "/password/",
    "/address/",
    "/unsubscribe/",
    "/feeds/",
    "/signups/",
  ],
];

function linkOf(path: string): string | undefined {
  const plain = plainly(path);
  return links.find((link) => plain.startsWith(link) && plain.length > link.length);
}

/** The router reads capitals, doubled slashes and percent signs as this does. */
function plainly(path: string): string {
  return decoded(path)
    .replace(/\/{2,}/g, "/")
    .toLowerCase();
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
