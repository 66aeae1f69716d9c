import { z } from "zod";
import { scope } from "../repeating/scope";
import { typedCount } from "../typed-count";

const people = { maximum: 99 };

/** What a person types of a role. */
export const roleSchema = z.object({
  name: z
    .record(z.string(), z.string().optional())
    .default({})
    .transform((typed) =>
      Object.fromEntries(
        Object.entries(typed).flatMap(([tag, text]) => (text?.trim() ? [[tag, text.replace(/\s+/g, " ").trim()]] : [])),
      ),
    )
    .refine((names) => Object.keys(names).length > 0, "role_name_required")
    .refine((names) => Object.values(names).every((name) => name.length <= 80), {
      error: "too_long",
      params: { maximum: 80 },
    }),
  needed: z
    .string("required")
    .transform((typed) => typedCount(typed) ?? 0)
    .refine((count) => count >= 1 && count <= people.maximum, {
      error: "not_a_number_of_people",
      params: people,
    }),
  languages: z.array(z.string().max(12, "choose_one")).max(20),
  scope: scope(),
});
export type RoleInput = z.output<typeof roleSchema>;

export const roleRemovalSchema = z.object({ scope: scope() });
export type RoleRemovalInput = z.output<typeof roleRemovalSchema>;
