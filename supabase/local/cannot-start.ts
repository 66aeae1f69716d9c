/** A start that is refused. Its message is one sentence for the person who started it; there is no stack trace to show. */
export class CannotStart extends Error {
  override name = "CannotStart";
}

/** The sentence for whoever started it: the refusal as it is, anything else as the fault it is. */
export function sentenceFor(error: unknown): string {
  if (error instanceof CannotStart) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
