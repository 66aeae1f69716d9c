/**
 * Whether a request that changes something was sent by another site. Browsers say where a form comes from; programs
 * that say nothing carry nobody's cookies.
 */
export function isCrossSite(request: Request, ownOrigin: string): boolean {
  if (["GET", "HEAD", "OPTIONS"].includes(request.method)) return false;
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  if (site !== null && site !== "same-origin") return true;
  return origin !== null && origin.toLowerCase() !== ownOrigin;
}
