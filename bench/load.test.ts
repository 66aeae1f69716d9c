import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { loadOf } from "./load";

test("a load is bounded in number and in time", async () => {
  await serving(200, async (url) => {
    const counted = await loadOf(url, { connections: 4, seconds: 30, most: 20 });
    expect(counted.requests).toBeGreaterThanOrEqual(20);
    expect(counted.requests).toBeLessThan(24);
    expect(counted.p50).toBeLessThanOrEqual(counted.p95);
    expect(counted.bytes).toBe(5);
    const began = performance.now();
    await loadOf(url, { connections: 2, seconds: 0.2 });
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

test("an answer that is none ends the measurement", async () => {
  await serving(503, async (url) => {
    await expect(loadOf(url, { connections: 2, seconds: 1 })).rejects.toThrow("answered 503");
  });
});

async function serving(status: number, work: (url: string) => Promise<void>) {
  const server: Server = createServer((_request, response) => response.writeHead(status).end("hello"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
