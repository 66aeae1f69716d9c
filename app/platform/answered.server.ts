import { z } from "zod";
import type { RequestContext } from "~/platform/context";
import { refusal } from "~/platform/refusal";

const problemSchema = z.object({
  problem: z.enum(["held_back", "code_unknown", "suggestion_code_unknown"]),
  minutes: z.number().optional(),
});

export type Asking = Pick<RequestContext, "db" | "network" | "retryAfter">;

/** An answer about a code, unless it says what is wrong: that is answered and not raised, or the try would be given back. */
export function answered({ retryAfter }: Asking, answer: unknown): unknown {
  const { data: told } = problemSchema.safeParse(answer);
  if (told?.problem === "held_back") {
    const { minutes = 1 } = told;
    retryAfter(minutes * 60);
    throw refusal({ key: "held_back", values: { minutes } }, 429);
  }
  if (told) throw refusal({ key: told.problem, field: "code" }, 404);
  return answer;
}
