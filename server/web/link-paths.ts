/** Whether a path is a link's, whose last part is a secret: `/password/:token`, say, or its data. */
export function holdsSecret(path: string): boolean {
  return links.some((link) => path.startsWith(link) && path.length > link.length);
}

/** A path without its secret, as it may be written down. */
export function withoutSecret(path: string): string {
  const link = links.find((one) => path.startsWith(one) && path.length > one.length);
  if (!link) return path;
  const rest = path.slice(link.length).split("/");
  return link + rest.map(() => "…").join("/");
}

const links = ["/welcome/", "/invitations/", "/sign-in/link/", "/password/", "/address/", "/unsubscribe/"];
