import type { Server } from "node:http";

/** How long requests under way may take to finish once the process is told to stop. */
const patienceMs = 8_000;

/** On SIGTERM, SIGINT, or when whoever started this process is gone: answers what is under way, takes nothing new, ends. */
export function drainOnStop(server: Server, stop: () => void): void {
  let stopping = false;
  const drain = () => {
    if (stopping) return;
    stopping = true;
    stop();
    // A connection that is idle only now was not idle when the server closed.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    const give = setTimeout(() => server.closeAllConnections(), patienceMs);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(give);
      process.exit(0);
    });
    server.closeIdleConnections();
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, drain);
  process.on("disconnect", drain);
}
