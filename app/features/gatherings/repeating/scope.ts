import { z } from "zod";

/** Which of a series something goes for; a gathering that does not repeat is itself. */
export function scope() {
  return z.enum(["this", "following", "all"], "choose_one").default("this");
}
