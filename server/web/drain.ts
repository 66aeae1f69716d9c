import type { Server } from "node:http";

/** Answers what is under way, takes nothing new, and is done when the last connection is closed. */
export function drain(server: Server, patienceMs = 8_000): Promise<void> {
  return new Promise((done) => {
    // A connection that is idle only now was not idle when the server closed.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    const give = setTimeout(() => server.closeAllConnections(), patienceMs);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(give);
      done();
    });
    server.closeIdleConnections();
  });
}

/** Calls once when the process is told to stop, or when whoever started it is gone. */
export function onStop(stop: () => void): void {
  let stopping = false;
  const once = () => {
    if (stopping) return;
    stopping = true;
    stop();
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, once);
  process.on("disconnect", once);
  if (process.connected === false) once();
}
