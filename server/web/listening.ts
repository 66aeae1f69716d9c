import { createServer, type Server } from "node:http";

/** What one connection may cost, in time and in bytes, and how many there may be. */
export type Patience = {
  /** For the lines before a body. */
  headersTimeout: number;
  /** For a whole request. */
  requestTimeout: number;
  /** Between two requests. */
  keepAliveTimeout: number;
  /** While nothing moves either way: an answer that nobody takes, above all. */
  silence: number;
  /** How often the first two are looked at. */
  connectionsCheckingInterval: number;
  maxHeaderSize: number;
  mostConnections: number;
};

/** An address of ten thousand filters is read, so that it can be refused in a sentence of the reader's language. */
export const patience: Patience = {
  ...{ headersTimeout: 20_000, requestTimeout: 60_000, keepAliveTimeout: 65_000, silence: 90_000 },
  ...{ connectionsCheckingInterval: 5_000, maxHeaderSize: 256 * 1024, mostConnections: 4_000 },
};

/** A server that waits for nobody without end. */
export function openServer({ silence, mostConnections, ...limits }: Patience = patience): Server {
  const server = createServer(limits);
  server.timeout = silence;
  server.maxConnections = mostConnections;
  return server;
}
