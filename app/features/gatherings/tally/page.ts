import { z } from "zod";

/** What was counted, and when that was known. */
export const tallySchema = z.object({ own: z.number(), total: z.number(), at: z.string() });
export type Tally = z.output<typeof tallySchema>;

export const tallyPageSchema = z.object({
  id: z.string(),
  title: z.record(z.string(), z.string()),
  starts_local: z.string(),
  ends_local: z.string(),
  time_zone: z.string(),
  /** Whether one may count now. */
  open: z.boolean(),
  /** Whether the reader's role counts. */
  counts: z.boolean(),
  tally: tallySchema,
});
export type TallyPage = z.output<typeof tallyPageSchema>;
