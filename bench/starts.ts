import { rmSync } from "node:fs";
import path from "node:path";
import { enterableFolder, startProduct } from "../tests/support/product";
import { median } from "./median";

/** From the command until the health check and then the first page answer, in seconds. What is built is built already. */
export type StartFigure = { folder: string; healthy: number; firstPage: number };

/** With an empty data folder, which gets a database and the demonstration, and once more with what stands there then. */
export async function measureStarts(rounds: number): Promise<StartFigure[]> {
  const taken = { empty: [] as Start[], "as it was left": [] as Start[] };
  for (let round = 0; round < rounds; round += 1) {
    const folder = enterableFolder();
    try {
      taken.empty.push(await start(path.join(folder, "data")));
      taken["as it was left"].push(await start(path.join(folder, "data")));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const middle = (starts: Start[], what: keyof Start) => Math.round(median(starts.map((one) => one[what])) / 10) / 100;
  return Object.entries(taken).map(([folder, starts]) => ({
    ...{ folder, healthy: middle(starts, "healthy"), firstPage: middle(starts, "firstPage") },
  }));
}

type Start = { healthy: number; firstPage: number };

async function start(dataFolder: string): Promise<Start> {
  const began = performance.now();
  const product = await startProduct({ HAMKKE_DATA: dataFolder });
  try {
    const healthy = performance.now() - began;
    const page = await fetch(new URL("/c/emergency-plan/calendar", product.local.app_url));
    await page.text();
    if (page.status !== 200) throw new Error(`The first page answered ${page.status}.`);
    return { healthy, firstPage: performance.now() - began };
  } finally {
    await product.stop();
  }
}
