import { setTimeout as pause } from "node:timers/promises";
import type { Settings } from "./settings";

/** Waits until the web server says that everything is ready; false when that is no longer wanted. */
export async function untilHealthy({ host, port }: Settings, unwanted: () => boolean): Promise<boolean> {
  while (!unwanted()) {
    const answer = await fetch(`http://${reachable(host)}:${port}/healthz`).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok) return true;
    await pause(50);
  }
  return false;
}

const reachable = (host: string) => {
  if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
};
