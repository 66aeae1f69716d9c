import { setTimeout as pause } from "node:timers/promises";
import { signInAs } from "../tests/support/member";
import { startProduct } from "../tests/support/product";
import { loadBy, loadOf } from "./load";
import { type ProcessName, processesOf } from "./processes";

/** What a process holds once the demonstration stands and nobody asks, and after 32 connections have asked. In MB. */
export type MemoryFigure = { process: ProcessName; idle: number; afterLoad: number };

/** Of a product of its own: a visitor's calendar and a member's home, each for three times as long as a load lasts. */
export async function measureMemory(seconds: number): Promise<MemoryFigure[]> {
  const product = await startProduct();
  try {
    await pause(5_000);
    const idle = processesOf(product.pid ?? 0);
    const load = { connections: 32, seconds: 3 * seconds };
    await loadOf(new URL("/c/emergency-plan/calendar", product.local.app_url).href, load);
    const editor = await signInAs(product.local, "editor@krcla.example");
    await loadBy(async () => (await (await editor.get("/o/krcla")).arrayBuffer()).byteLength, load);
    await pause(5_000);
    const loaded = processesOf(product.pid ?? 0);
    return idle.map(({ name, megabytes }, at) => ({
      ...{ process: name, idle: megabytes, afterLoad: loaded[at]?.megabytes ?? 0 },
    }));
  } finally {
    await product.stop();
  }
}
