import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { expect, test } from "vitest";
import routes from "../../app/routes";
import { narrowedRoutes } from "./narrowed-routes";

type Entry = { file: string; path?: string; index?: boolean; children?: Entry[] };

/** The product's own addresses, each answering with which route it is and what the address holds. */
function buildOf(entries: Entry[]): ServerBuild {
  const all = { root: routeOf({ file: "root", path: "" }) };
  const add = (entry: Entry, parentId: string) => {
    Object.assign(all, { [entry.file]: routeOf(entry, parentId) });
    for (const child of entry.children ?? []) add(child, entry.file);
  };
  for (const entry of entries) add(entry, "root");
  return {
    ...{ mode: "production", basename: "/", publicPath: "/", assetsBuildDirectory: "", isSpaMode: false },
    future: { v3_singleFetch: true, v3_lazyRouteDiscovery: true },
    entry: { module: { default: () => new Response(null), handleError: () => {} } },
    ...{ routes: all, assets: { version: "1", url: "", entry: { module: "", imports: [] }, routes: all } },
  } as unknown as ServerBuild;
}

function routeOf({ file: id, path, index }: Entry, parentId?: string) {
  const loader = ({ params }: { params: object }) => Response.json({ id, params });
  return { id, parentId, path, index, hasLoader: true, module: { loader } };
}

const build = buildOf(routes as Entry[]);
const addresses = Object.values(build.routes).flatMap(({ id }) => {
  const path = pathTo(id)
    .replace(/:(\w+)/g, "some-$1")
    .replace("*", "nowhere/at/all");
  return [path, `${path}.data`, `${path.toUpperCase()}/`];
});

function pathTo(id: string | undefined): string {
  const route = id === undefined ? undefined : build.routes[id];
  return route ? `${pathTo(route.parentId)}${route.path ? `/${route.path}` : ""}` : "";
}

const odd = ["/", "//", "/_root.data", "/c//calendar", "/c/a%2Fb/calendar", "/o/krcla/../krcla/week", "/한글"];
const links = ["/", "/o/krcla/calendar", "/gatherings/1/signup", "/c/%61/plan", "/nowhere"].map((path) => `p=${path}`);
const lists = [`/__manifest?version=1&${links.join("&")}`, "/__manifest?version=1&p=/", "/__manifest?version=1"];

test("an address leads where it leads when all routes are looked at, whatever it is", async () => {
  const [whole, narrowed] = [createRequestHandler(build, "test"), narrowedRoutes(build, "test")];
  for (const address of [...addresses, ...odd, ...lists]) {
    const answers = [whole, narrowed].map(async (ask) => {
      const answer = await ask(new Request(`http://hamkke.test${address}`));
      return [answer.status, await answer.text()];
    });
    const [expected, got] = await Promise.all(answers);
    expect(got, address).toEqual(expected);
  }
  expect(addresses.length).toBeGreaterThan(500);
});
