/** A path of this site to go on to; anything that could lead elsewhere becomes the fallback. */
export function safePath(to: unknown, fallback = "/"): string {
  if (typeof to !== "string" || to.length > 2000 || !/^\/(?![/\\])/.test(to)) return fallback;
  const base = "http://this.site.invalid";
  if (!URL.canParse(to, base)) return fallback;
  const url = new URL(to, base);
  if (url.origin !== base || !isPlain(url.pathname)) return fallback;
  return url.pathname + url.search + url.hash;
}

/** A path that remembers where its reader wants to go on to, if anywhere. */
export function pathTo(path: string, to: string): string {
  return to ? `${path}${path.includes("?") ? "&" : "?"}to=${encodeURIComponent(to)}` : path;
}

/** Not even once its percent signs are read. */
function isPlain(pathname: string): boolean {
  try {
    const read = decodeURIComponent(pathname);
    return !/^\/[/\\]/.test(read) && !holdsControl(read);
  } catch {
    return false;
  }
}

function holdsControl(text: string): boolean {
  return [...text].some((character) => character < " " || character === "\x7f");
}
