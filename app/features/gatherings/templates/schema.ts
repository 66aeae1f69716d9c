import { z } from "zod";
import { atMost, inOneLine, tooLong } from "~/platform/form-texts";

const longestName = 80;

/** What a person types to keep a template. Messages are keys. */
export const templateSchema = z.object({
  name: z
    .string("required")
    .transform(inOneLine)
    .refine(Boolean, "required")
    .refine(atMost(longestName), tooLong(longestName)),
});
export type TemplateInput = z.output<typeof templateSchema>;
