import { createServer } from "node:net";
import { CannotStart } from "../../supabase/local/cannot-start";

/** Says at once, before anything is started, that the web server's port is taken. */
export function requireFreePort(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => reject(new CannotStart(reasonFor(error, host, port))));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve()));
  });
}

function reasonFor({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  if (code === "EADDRINUSE") return `Port ${port} is taken by another program; choose another with PORT.`;
  if (code === "EACCES") return `Port ${port} is reserved for the system; choose one above 1023 with PORT.`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") return `This machine has no address ${host}; change HOST.`;
  return `Hamkke cannot listen on ${host}:${port}: ${message}.`;
}
