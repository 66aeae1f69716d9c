import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import { selfSigned } from "./self-signed";

export type CalendarServer = {
  port: number;
  ca: string;
  /** What was asked, with the address that it was asked at. */
  asked: { at: string; path: string; headers: IncomingMessage["headers"] }[];
  /** The addresses of its own that were connected to, asked for something or not. */
  reached: string[];
  /** How it answers from now on; before that it has nothing. */
  answer: (listener: RequestListener) => void;
  close: () => Promise<void>;
};

/** A server of calendars, for tests, on every address of this machine: which of them is public the test decides. */
export async function startCalendarServer(names: string[]): Promise<CalendarServer> {
  const { key, cert } = selfSigned(names, ["127.0.0.1", "127.0.0.2"]);
  const asked: CalendarServer["asked"] = [];
  const reached: string[] = [];
  const sockets = new Set<Socket>();
  let listener: RequestListener = (_request, response: ServerResponse) => response.writeHead(404).end();

  const server = createServer({ key, cert }, (request, response) => {
    asked.push({ at: request.socket.localAddress ?? "", path: request.url ?? "", headers: request.headers });
    response.on("error", () => {});
    listener(request, response);
  });
  server.on("connection", (socket: Socket) => {
    reached.push(socket.localAddress ?? "");
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => {});
  });
  server.on("tlsClientError", () => {});
  await new Promise<void>((resolve) => server.listen(0, "0.0.0.0", resolve));

  return {
    port: (server.address() as AddressInfo).port,
    ca: cert,
    asked,
    reached,
    answer: (next) => {
      listener = next;
      asked.length = 0;
      reached.length = 0;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
