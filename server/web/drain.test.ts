import { Agent, createServer, get, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { drain } from "./drain";

let server: Server;
let port: number;
const agent = new Agent({ keepAlive: true });
afterEach(() => {
  agent.destroy();
  server.closeAllConnections();
});

function listen(answerAfterMs: number): Promise<void> {
  server = createServer((_request, response) => setTimeout(() => response.end("whole"), answerAfterMs));
  return new Promise((done) =>
    server.listen(0, "127.0.0.1", () => {
      port = (server.address() as AddressInfo).port;
      done();
    }),
  );
}

function ask(): Promise<string> {
  return new Promise((answer, reject) => {
    get({ port, host: "127.0.0.1", agent }, (response) => {
      let text = "";
      response.on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () => answer(text));
    }).on("error", reject);
  });
}

test("a request under way is answered whole before the server ends, and its kept connection does not hold it up", async () => {
  await listen(300);
  const answer = ask();
  await new Promise((later) => setTimeout(later, 100));
  const began = performance.now();
  await drain(server, 5_000);
  expect(await answer).toBe("whole");
  expect(performance.now() - began).toBeLessThan(2_000);
});

test("nothing new is taken meanwhile", async () => {
  await listen(300);
  const answer = ask();
  await new Promise((later) => setTimeout(later, 100));
  const ended = drain(server, 5_000);
  await expect(ask()).rejects.toThrow(/ECONNREFUSED/);
  await Promise.all([answer, ended]);
});

test("an answer that never comes is not waited for without end", async () => {
  await listen(60_000);
  const answer = ask().catch((error: NodeJS.ErrnoException) => error.code);
  await new Promise((later) => setTimeout(later, 100));
  await drain(server, 200);
  expect(await answer).toBe("ECONNRESET");
});
