import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Local } from "../tests/support/product";
import { type Load, loadOf } from "./load";
import { alignedTable } from "./table";

/** The public calendar page against a bare handler with the same transaction. */
export type PageOverFloor = { page: Load; floor: Load; ratio: number }[];

const coalition = "emergency-plan";

/** How much of the bare handler's pace the finished page keeps, at 1, 8 and 32 connections. */
export async function measurePageOverFloor({ app_url, database_url }: Local, seconds: number): Promise<PageOverFloor> {
  const { first, last } = thisMonth();
  const floor = fork(fileURLToPath(new URL("./floor.ts", import.meta.url)), [database_url, coalition, first, last], {
    execArgv: ["--import", "tsx"],
  });
  try {
    const floorUrl = await addressOf(floor);
    const pageUrl = new URL(`/c/${coalition}/calendar`, app_url).href;
    for (const url of [floorUrl, pageUrl]) await loadOf(url, { connections: 4, seconds: Math.min(2, seconds) });
    const figures: PageOverFloor = [];
    for (const connections of [1, 8, 32]) {
      const below = await loadOf(floorUrl, { connections, seconds });
      const page = await loadOf(pageUrl, { connections, seconds });
      figures.push({ page, floor: below, ratio: Math.round((page.perSecond / below.perSecond) * 1000) / 1000 });
    }
    return figures;
  } finally {
    floor.disconnect();
  }
}

/** The same figures, for people. */
export function tableOf(figures: PageOverFloor): string {
  const head = ["connections", "floor/s", "page/s", "page ÷ floor", "floor p50/p95 ms", "page p50/p95 ms"];
  return alignedTable(
    head,
    figures.map(({ page, floor, ratio }) => [
      page.connections,
      floor.perSecond,
      page.perSecond,
      ratio,
      `${floor.p50} / ${floor.p95}`,
      `${page.p50} / ${page.p95}`,
    ]),
  );
}

async function addressOf(child: ChildProcess): Promise<string> {
  const [address] = (await once(child, "message")) as [{ port: number }];
  return `http://127.0.0.1:${address.port}/`;
}

function thisMonth(): { first: string; last: string } {
  const now = new Date();
  const day = (month: number, date: number) =>
    new Date(Date.UTC(now.getUTCFullYear(), month, date)).toISOString().slice(0, 10);
  return { first: day(now.getUTCMonth(), 1), last: day(now.getUTCMonth() + 1, 0) };
}
