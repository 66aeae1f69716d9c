import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Local } from "../tests/support/product";
import { loadOf } from "./load";

/** The public calendar page against a bare handler with the same transaction: requests a second, and milliseconds. */
export type FloorFigure = {
  connections: number;
  floorPerSecond: number;
  pagePerSecond: number;
  pageOverFloor: number;
  floorP50: number;
  floorP95: number;
  pageP50: number;
  pageP95: number;
};

const coalition = "emergency-plan";

/** How much of the bare handler's pace the finished page keeps, at 1, 8 and 32 connections. */
export async function measurePageOverFloor({ app_url, database_url }: Local, seconds: number): Promise<FloorFigure[]> {
  const { first, last } = thisMonth();
  const floor = fork(fileURLToPath(new URL("./floor.ts", import.meta.url)), [database_url, coalition, first, last], {
    execArgv: ["--import", "tsx"],
  });
  try {
    const floorUrl = await addressOf(floor);
    const pageUrl = new URL(`/c/${coalition}/calendar`, app_url).href;
    for (const url of [floorUrl, pageUrl]) await loadOf(url, { connections: 4, seconds: Math.min(2, seconds) });
    const figures: FloorFigure[] = [];
    for (const connections of [1, 8, 32]) {
      const below = await loadOf(floorUrl, { connections, seconds });
      const page = await loadOf(pageUrl, { connections, seconds });
      figures.push({
        ...{ connections, floorPerSecond: below.perSecond, pagePerSecond: page.perSecond },
        pageOverFloor: Math.round((page.perSecond / below.perSecond) * 1000) / 1000,
        ...{ floorP50: below.p50, floorP95: below.p95, pageP50: page.p50, pageP95: page.p95 },
      });
    }
    return figures;
  } finally {
    floor.disconnect();
  }
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
