import type { Env } from "../../app/platform/env.server";

export type Hosts = {
  /** Whether this server answers under that Host header. */
  answersTo(host: string | null | undefined): boolean;
  /** The origin that forms of this host come from. */
  originOf(host: string): string;
};

/** The names this server answers to: where it listens, this computer itself, and its public address. */
export function hostsOf(env: Pick<Env, "HOST" | "APP_URL">, port: () => number): Hosts {
  const app = new URL(env.APP_URL);
  const everywhere = env.HOST === "0.0.0.0" || env.HOST === "::";
  const names = ["localhost", "127.0.0.1", "[::1]", ...(everywhere ? [] : [bracketed(env.HOST)])];

  return {
    answersTo(host) {
      const asked = host?.toLowerCase();
      return (
        asked === app.host || names.some((name) => asked === `${name}:${port()}` || (port() === 80 && asked === name))
      );
    },
    originOf: (host) => (host.toLowerCase() === app.host ? app.origin : `http://${host.toLowerCase()}`),
  };
}

function bracketed(host: string): string {
  return (host.includes(":") ? `[${host}]` : host).toLowerCase();
}
