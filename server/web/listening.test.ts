import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { afterEach, expect, test } from "vitest";
import { openServer, type Patience, patience } from "./listening";

let server = openServer();
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const short: Patience = {
  ...{ headersTimeout: 300, requestTimeout: 600, keepAliveTimeout: 300, silence: 400 },
  ...{ connectionsCheckingInterval: 50, maxHeaderSize: 4_096, mostConnections: 2 },
};

test("whoever sends a word of the address now and then is not waited for", async () => {
  const { answer, heard } = await begin("GET / HTTP/1.1\r\nHost: localhost\r\n", { drip: "X-Slow: 1\r\n" });
  expect(await answer).toMatch(/^HTTP\/1.1 408 /);
  expect(heard()).toBe(0);
});

test("whoever sends a form drop by drop is not waited for", async () => {
  const head = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n";
  const { answer } = await begin(head, { drip: "a", patience: { silence: 60_000 } });
  expect(await answer).toMatch(/^HTTP\/1.1 408 /);
});

test("whoever asks and never takes the answer is left", async () => {
  const asked = "GET /long HTTP/1.1\r\nHost: localhost\r\n\r\n";
  const { socket, ended } = await begin(asked, { patience: { keepAliveTimeout: 60_000 } });
  socket.pause();
  expect(await ended()).toBe("left by the server");
});

test("whoever asks nothing further is not kept", async () => {
  const { answer } = await begin("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", { patience: { silence: 60_000 } });
  expect(await answer).toMatch(/^HTTP\/1.1 200 .*heard$/s);
});

test.each([
  ["lines longer than any of ours", `GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: ${"a".repeat(8_000)}\r\n\r\n`, 431],
  [
    "a body whose length is said in two ways",
    "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /",
    400,
  ],
  ["two lengths", "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nContent-Length: 5\r\n\r\nabcde", 400],
  ["a line that is none", "GET / HTTP/1.1\r\nHost: localhost\r\nno line\r\n\r\n", 400],
  ["no name", "GET / HTTP/1.1\r\n\r\n", 400],
])("%s is refused before anything of ours reads it", async (_what, sent, status) => {
  const { answer, heard } = await begin(sent);
  expect(await answer).toMatch(new RegExp(`^HTTP/1.1 ${status} [\\w ]+\\r\\nConnection: close\\r\\n`));
  expect(heard()).toBe(0);
});

test("more connections than there is room for are not taken", async () => {
  const first = await begin("", { patience: { silence: 60_000, headersTimeout: 60_000, requestTimeout: 60_000 } });
  await knock();
  expect(await knock()).toBe("closed");
  first.socket.destroy();
});

test("the product waits twenty seconds for the first lines, a minute for a request, and a minute and a half in silence", () => {
  const { headersTimeout, requestTimeout, timeout, maxConnections } = openServer();
  expect({ headersTimeout, requestTimeout, timeout, maxConnections }).toEqual({
    headersTimeout: 20_000,
    requestTimeout: 60_000,
    timeout: 90_000,
    maxConnections: 4_000,
  });
  expect(patience.connectionsCheckingInterval).toBeLessThanOrEqual(5_000);
});

/** Opens a server and says exactly this to it, then a drop at a time. */
async function begin(said: string, { drip = "", patience: other = {} }: { drip?: string; patience?: object } = {}) {
  let asked = 0;
  let close = (_how: string) => {};
  const left = new Promise<string>((resolve) => {
    close = resolve;
  });
  server = openServer({ ...short, ...other });
  server.on("request", (request, response) => {
    asked++;
    request.socket.on("close", () => close("left by the server"));
    if (request.url === "/long") response.end(Buffer.alloc(64 * 1024 * 1024));
    else request.resume().on("end", () => response.end("heard"));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  socket.write(said);
  const dripping = setInterval(() => drip && socket.writable && socket.write(drip), 100);
  let text = "";
  const answer = new Promise<string>((resolve) => {
    socket.on("data", (bytes) => {
      text += bytes.toString("latin1").slice(0, 1_000);
    });
    socket.on("error", () => {});
    socket.on("close", () => {
      clearInterval(dripping);
      resolve(text);
    });
  });
  return { socket, answer, heard: () => asked, ended: () => left };
}

/** Connects once more and says whether the door stays open. */
function knock(): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  return new Promise((resolve) => {
    socket.on("error", () => resolve("closed"));
    socket.on("close", () => resolve("closed"));
    setTimeout(() => resolve("open"), 300);
  });
}
