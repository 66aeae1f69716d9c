import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { type Browser, chromium } from "@playwright/test";
import { findBrowser } from "../tests/support/browser";
import { signInAs, type Visitor } from "../tests/support/member";
import { ownerOf } from "../tests/support/owner";
import type { Local } from "../tests/support/product";
import { median } from "./median";

/** A month's page: what is sent, what the browser makes of it, and how long until it stands. Times in milliseconds. */
export type MonthFigure = {
  gatherings: number;
  htmlGzipped: number;
  nodes: number;
  nodesDrawn: number;
  answered: number;
  drawn: number;
};
export type FullMonth = { months: MonthFigure[]; answeredRatio: number; drawnRatio: number };

const months = [
  ["2031-03", 100],
  ["2031-05", 12_000],
] as const;
const editor = "editor@krcla.example";

/** A month of twelve thousand gatherings against one of a hundred, in turn, as a member of their organization sees them. */
export async function measureFullMonth(local: Local, rounds: number): Promise<FullMonth> {
  await fillMonths(local);
  const browser = await chromium.launch(await findBrowser());
  try {
    return await measure(local, browser, rounds);
  } finally {
    await browser.close();
  }
}

async function measure(local: Local, browser: Browser, rounds: number): Promise<FullMonth> {
  const person = await signInAs(local, editor);
  const figures: MonthFigure[] = [];
  for (const [month, gatherings] of months) {
    const html = await (await person.get(pathOf(month))).text();
    figures.push({
      gatherings,
      htmlGzipped: gzipSync(html).length,
      ...{ nodes: html.match(/<[a-z]/g)?.length ?? 0, nodesDrawn: 0, answered: 0, drawn: 0 },
    });
  }
  const taken = figures.map(() => ({ answered: [] as number[], drawn: [] as number[] }));
  for (let round = -1; round < rounds; round += 1) {
    for (const [at, [month]] of months.entries()) {
      const answered = await timeToAnswer(person, pathOf(month));
      const { drawn, nodes } = await timeToDraw(local, browser, person, pathOf(month));
      Object.assign(figures[at] ?? {}, { nodesDrawn: nodes });
      if (round < 0) continue;
      taken[at]?.answered.push(answered);
      taken[at]?.drawn.push(drawn);
    }
  }
  for (const [at, { answered, drawn }] of taken.entries()) {
    Object.assign(figures[at] ?? {}, { answered: median(answered), drawn: median(drawn) });
  }
  const ratio = (of: "answered" | "drawn") =>
    Math.round(((figures[1]?.[of] ?? 0) / (figures[0]?.[of] ?? 1)) * 100) / 100;
  return { months: figures, answeredRatio: ratio("answered"), drawnRatio: ratio("drawn") };
}

const pathOf = (month: string) => `/o/krcla/calendar?view=month&on=${month}-15`;

async function fillMonths(local: Local) {
  const text = readFileSync(new URL("./full-month.sql", import.meta.url), "utf8");
  const owner = ownerOf(local);
  for (const [month, count] of months) {
    await owner.unsafe(text.replaceAll(":count", String(count)).replaceAll(":month", month));
  }
  await owner.end();
}

async function timeToAnswer(person: Visitor, path: string): Promise<number> {
  const began = performance.now();
  const response = await person.get(path);
  await response.text();
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
  return performance.now() - began;
}

/** From asking for the page until the month's sheet stands with its gatherings, and the elements there are then. */
async function timeToDraw(local: Local, browser: Browser, person: Visitor, path: string) {
  const context = await browser.newContext({ baseURL: local.app_url, viewport: { width: 1280, height: 900 } });
  try {
    await context.addCookies([...person.cookies()].map(([name, value]) => ({ name, value, url: local.app_url })));
    const page = await context.newPage();
    await page.goto("/o/krcla/calendar?view=month", { waitUntil: "networkidle" });
    const began = performance.now();
    await page.goto(path);
    await page
      .getByText(/Gathering \d+/)
      .filter({ visible: true })
      .first()
      .waitFor();
    const drawn = performance.now() - began;
    return { drawn, nodes: await page.locator("*").count() };
  } finally {
    await context.close();
  }
}
