import { readdirSync, statSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { beforeAll, expect, test } from "vitest";
import { as, type Kept, makeGatherings } from "./cast";

let kept: Kept;
beforeAll(async () => {
  kept = await makeGatherings();
});

const calendar = "/c/emergency-plan/calendar";

test("a visitor who only reads is sent no script", async () => {
  for (const path of ["/", `/gatherings/${kept.everyone}`, `${calendar}?view=agenda`, `${calendar}?view=day`]) {
    expect(await scriptsOn("visitor", path), path).toEqual([]);
  }
});

test("scripts come where they draw a sheet, hold a form together or where somebody is signed in", async () => {
  for (const path of [calendar, `${calendar}?view=week`, "/sign-in"]) {
    expect(await scriptsOn("visitor", path), path).not.toEqual([]);
  }
  for (const path of ["/", `/gatherings/${kept.everyone}`, `${calendar}?view=agenda`]) {
    expect(await scriptsOn("editor", path), path).not.toEqual([]);
  }
});

test("a member's page without a calendar brings less than 126 kB of scripts, gzipped, sentences included", async () => {
  const gathering = `/o/krcla/gatherings/${kept.everyone}`;
  for (const path of ["/", "/o/krcla", "/o/krcla/week", "/sign-out"]) {
    expect(await weightOfScripts(path), path).toBeLessThan(126_000);
  }
  // Where one of a series is told from all of it, the sentences of all rare pages come along.
  for (const path of ["/o/krcla/gatherings/new", `${gathering}/time`]) {
    expect(await weightOfScripts(path), path).toBeLessThan(146_000);
  }
});

async function weightOfScripts(path: string): Promise<number> {
  const editor = await as("editor");
  const html = await (await editor.get(path)).text();
  const asked = html.matchAll(
    /(?:modulepreload" href=|import |from )"(\/assets\/[^"]+\.js)"|"(\/assets\/manifest[^"]+\.js)"/g,
  );
  const files = new Set([...asked].map(([, module, manifest]) => module ?? manifest ?? ""));
  // The sentences of some pages come apart from those of all.
  const [apart, all] = readdirSync("build/client/assets")
    .filter((file) => /^en-.*\.js$/.test(file))
    .map((file) => ({ file: `/assets/${file}`, size: statSync(`build/client/assets/${file}`).size }))
    .sort((one, other) => one.size - other.size);
  files.add(all?.file ?? "none");
  if (html.includes("messages-apart")) files.add(apart?.file ?? "none");
  let weight = 0;
  for (const file of files) {
    const script = await editor.get(file);
    expect(script.status, file).toBe(200);
    weight += gzipSync(Buffer.from(await script.arrayBuffer())).length;
  }
  return weight;
}

/** What a page runs or fetches to run; data for search engines is no script. */
async function scriptsOn(who: "visitor" | "editor", path: string): Promise<string[]> {
  const response = await (await as(who)).get(path);
  expect(response.status, path).toBe(200);
  const tags = (await response.text()).match(/<script\b[^>]*>|<link\b[^>]*modulepreload[^>]*>/g) ?? [];
  return tags.filter((tag) => !tag.includes("application/ld+json"));
}
