import { z } from "zod";
import { refusal } from "~/platform/refusal";

const problemSchema = z.object({ problem: z.enum(["held_back", "code_unknown"]), minutes: z.number().optional() });

/** An answer about a code, unless it says what is wrong: that is answered and not raised, or the try would be given back. */
export function answered(answer: unknown): unknown {
  const { data: told } = problemSchema.safeParse(answer);
  if (told?.problem === "held_back") throw refusal({ key: "held_back", values: { minutes: told.minutes ?? 1 } }, 429);
  if (told) throw refusal({ key: "code_unknown", field: "code" }, 404);
  return answer;
}
