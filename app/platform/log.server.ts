import { type Logger, pino } from "pino";
import { env } from "./env.server";

/** The process's log: JSON lines on stderr, without query strings, addresses of people, or anything they typed. */
export function log(): Logger {
  logger ??= pino(
    { level: env().LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ fd: 2, sync: true }),
  );
  return logger;
}

let logger: Logger | undefined;
