/** A path of this site to go on to; anything that could lead elsewhere becomes the fallback. */
export function safePath(to: unknown, fallback = "/"): string {
  if (typeof to !== "string" || to.length > 2000 || !/^\/(?![/\\])/.test(to) || holdsControl(to)) return fallback;
  const base = "http://this.site.invalid";
  if (!URL.canParse(to, base)) return fallback;
  const url = new URL(to, base);
  if (url.origin !== base || url.pathname.startsWith("//")) return fallback;
  return url.pathname + url.search + url.hash;
}

function holdsControl(text: string): boolean {
  return [...text].some((character) => character < " " || character === "\x7f");
}
