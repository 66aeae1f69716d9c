import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

/** The loopback ports of one data folder: the same at every start while they are free. */
export type Ports = { gateway: number; postgres: number };

/** Reads the ports of a data folder and replaces those that something else has taken meanwhile. */
export async function choosePorts(dataFolder: string): Promise<Ports> {
  const path = join(dataFolder, "ports.json");
  const kept = readPorts(path);
  const gateway = await freePort(kept?.gateway);
  const chosen = { gateway, postgres: await freePort(kept?.postgres) };
  if (chosen.gateway === chosen.postgres) return choosePorts(dataFolder);
  writeFileSync(path, `${JSON.stringify(chosen)}\n`);
  return chosen;
}

/** The wanted port if nobody listens on it, else one that is free. */
export async function freePort(wanted = 0): Promise<number> {
  return (await tryPort(wanted)) ?? (await tryPort(0)) ?? Promise.reject(new Error("No port is free on this machine."));
}

function readPorts(path: string): Ports | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Ports;
  } catch {
    return undefined;
  }
}

function tryPort(port: number, host = "127.0.0.1"): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.on("error", () => resolve(undefined));
    probe.listen({ port, host, exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" ? address?.port : undefined));
    });
  });
}
