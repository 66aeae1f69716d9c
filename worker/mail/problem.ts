/** Why a message could not be sent, in a word that tells nothing about anybody. */
export type ProblemWord = "unreachable" | "refused" | "address_refused" | "timed_out" | "no_mail_server" | "broken";

/** A failure to deliver, without what the other server said: that may name people. */
export class MailProblem extends Error {
  readonly word: ProblemWord;
  /** Whether trying again would be of no use. */
  readonly final: boolean;

  constructor(word: ProblemWord, { final = false, cause }: { final?: boolean; cause?: unknown } = {}) {
    super(word, { cause });
    this.name = "MailProblem";
    this.word = word;
    this.final = final;
  }
}

/** The failure in a word, whatever was thrown. */
export function problemOf(error: unknown): MailProblem {
  return error instanceof MailProblem ? error : new MailProblem("broken");
}
