import { expect, test } from "vitest";
import type { Visitor } from "../support/member";
import { type Actor, as } from "./cast";

test.each(["visitor", "viewer", "member", "editor", "admin", "neighbor"] as const satisfies Actor[])(
  "no link leads %s to what is not there or not open to them",
  async (actor) => {
    const person = await as(actor);
    const dead: string[] = [];
    await walk(person, async (path, from, status) => {
      // Somebody else may have taken it away since; then it is gone from the page that led there too.
      if (status >= 400 && from && (await linksOf(person, from)).includes(path)) {
        if ((await person.get(path)).status >= 400) dead.push(`${status} ${path} on ${from}`);
      }
    });
    expect(dead).toEqual([]);
  },
  240_000,
);

type Found = (path: string, from: string | undefined, status: number) => Promise<void>;

/** Follows every link from the front page on; of addresses that differ by an id or by what they ask for, a few. */
async function walk(person: Visitor, found: Found) {
  const known = new Map<string, string | undefined>([["/", undefined]]);
  const alike = new Map<string, number>();
  for (const [path, from] of known) {
    const count = (alike.get(shapeOf(path)) ?? 0) + 1;
    alike.set(shapeOf(path), count);
    if (count > 2) continue;
    const { status, links } = await read(person, path);
    await found(path, from, status);
    for (const link of links) if (!known.has(link)) known.set(link, path);
  }
  expect(alike.size).toBeGreaterThan(15);
}

const shapeOf = (path: string) => {
  const { pathname, searchParams } = new URL(path, "http://any.test");
  return `${pathname.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "…")}?${[...searchParams.keys()].sort().join("&")}`;
};

const linksOf = async (person: Visitor, path: string) => (await read(person, path)).links;

async function read(person: Visitor, path: string): Promise<{ status: number; links: string[] }> {
  const response = await person.get(path);
  const html = response.headers.get("content-type")?.includes("html") ? await response.text() : "";
  const links = [...html.matchAll(/<a[^>]*? href="(\/(?!\/)[^"#]*)/g)].map(([, to = ""]) =>
    to.replaceAll("&amp;", "&"),
  );
  return { status: response.status, links: links.filter((to) => !/[?&]lang=/.test(to)) };
}
