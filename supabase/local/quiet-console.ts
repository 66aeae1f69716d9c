import type { Logger } from "pino";

/**
 * Sends what Lite prints to the log. It prints the whole database error of every refused request, with what somebody
 * typed; a refusal is an answer to its asker and not news, and of a fault the code and the kind are enough.
 */
export function quietConsole(log: Logger): void {
  const mention = (...words: unknown[]) => log.debug({ said: words.map(describe) }, "Lite");
  Object.assign(console, { log: mention, info: mention, warn: mention });
  console.error = (...words) => {
    const code = words.map(codeOf).find((found) => found !== undefined);
    if (code !== undefined && REFUSALS.test(code)) log.debug({ code }, "refused");
    else {
      log.error({ code, kind: words.map(kindOf) }, "Lite reports a fault");
      mention(...words);
    }
  };
}

// Refusals of our own (PT…), missing rights, duplicates, references, values that do not fit, read-only, unknown roles.
const REFUSALS = /^(?:PT\d{3}|PGRST\d{3}|42501|23505|23503|23502|25006|21.{3}|22.{3}|42883|42703)$/;

function codeOf(word: unknown): string | undefined {
  const code = (word as { code?: unknown } | null)?.code;
  return typeof code === "string" ? code : undefined;
}

const kindOf = (word: unknown) => (word instanceof Error ? word.name : typeof word);

const describe = (word: unknown) =>
  word instanceof Error ? word.message : typeof word === "string" ? word : typeof word;
