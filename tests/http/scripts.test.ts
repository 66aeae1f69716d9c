import { beforeAll, expect, test } from "vitest";
import { weightOfScripts } from "../support/weight-of-scripts";
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

test("a member's page brings less than 119 kB of scripts, a form with days 134 kB, gzipped, sentences included", async () => {
  const editor = await as("editor");
  for (const path of ["/", "/o/krcla", "/o/krcla/week", "/sign-out"]) {
    expect(await weightOfScripts(editor, path), path).toBeLessThan(119_000);
  }
  for (const path of ["/o/krcla/gatherings/new", `/o/krcla/gatherings/${kept.everyone}/time`]) {
    expect(await weightOfScripts(editor, path), path).toBeLessThan(134_000);
  }
});

/** What a page runs or fetches to run; data for search engines is no script. */
async function scriptsOn(who: "visitor" | "editor", path: string): Promise<string[]> {
  const response = await (await as(who)).get(path);
  expect(response.status, path).toBe(200);
  const tags = (await response.text()).match(/<script\b[^>]*>|<link\b[^>]*modulepreload[^>]*>/g) ?? [];
  return tags.filter((tag) => !tag.includes("application/ld+json"));
}
