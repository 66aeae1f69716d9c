import { createRequestHandler, type RequestHandler, type ServerBuild } from "@remix-run/node";

/**
 * Remix holds an address against every route, several times a page. Comparing the words that stand in both leaves two or
 * three of two hundred for it to look at; of those left out none could have matched.
 */
export function narrowedRoutes(build: ServerBuild, mode: string): RequestHandler {
  const shapes = Object.values(build.routes).map(({ id }) => ({ id, words: wordsTo(build, id) }));
  const whole = createRequestHandler(build, mode);
  const known = new Map<string, RequestHandler>();
  return (request, context) => {
    const { pathname, searchParams } = new URL(request.url);
    const paths = pathname === MANIFEST ? ["/", ...searchParams.getAll("p").flatMap(beginnings)] : [pathname];
    // What is written in another manner Remix reads before it compares.
    if (paths.some((path) => path.includes("%"))) return whole(request, context);
    const asked = paths.map(segmentsOf);
    const left = shapes
      .filter(({ words }) => asked.some((segments) => couldMatch(words, segments)))
      .map(({ id }) => id);
    const key = left.join(" ");
    const handler = known.get(key) ?? createRequestHandler(withRoutes(build, left), mode);
    // Of one address there are as many kinds as routes; of many together there is no end.
    if (pathname !== MANIFEST) known.set(key, handler);
    return handler(request, context);
  };
}

/** Where a browser asks which routes the links of its page lead to. */
const MANIFEST = "/__manifest";

/** The words of a route's whole path, those of the routes around it first. */
const wordsTo = (build: ServerBuild, id: string) => around(build, id).flatMap(({ path }) => wordsOf(path ?? ""));

const wordsOf = (path: string) => path.toLowerCase().split("/").filter(Boolean);

/** What is asked without its page's frame has an ending that is no part of the address. */
const segmentsOf = (path: string) => wordsOf(path.replace(/\.data$/, "").replace(/^\/_root$/, "/"));

/** A browser that learns of an address also learns of those above it. */
const beginnings = (path: string) => wordsOf(path).map((_, at, all) => `/${all.slice(0, at + 1).join("/")}`);

function couldMatch(words: string[], segments: string[]): boolean {
  if (words.some((word) => word.includes("?"))) return true;
  const open = words.at(-1) === "*";
  if (open ? segments.length < words.length - 1 : segments.length !== words.length) return false;
  return words.every((word, at) => word === "*" || word.startsWith(":") || word === segments[at]);
}

/** The same product with these routes alone, and those that stand around them. */
function withRoutes(build: ServerBuild, ids: string[]): ServerBuild {
  const kept = new Set(ids.flatMap((id) => around(build, id).map((route) => route.id)));
  const only = <Route>(routes: Record<string, Route>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => kept.has(id)));
  return { ...build, routes: only(build.routes), assets: { ...build.assets, routes: only(build.assets.routes) } };
}

/** A route and those that stand around it, the outermost first. */
function around(build: ServerBuild, id: string | undefined): ServerBuild["routes"][string][] {
  const route = id === undefined ? undefined : build.routes[id];
  return route ? [...around(build, route.parentId), route] : [];
}
