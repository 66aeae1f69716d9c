import { z } from "zod";
import { atMost, inOneLine, texts, tidy, tooLong } from "~/platform/form-texts";

/** What a person types to begin a collection. */
export const newCollectionSchema = z
  .object({ ...fields(), submission_id: z.uuid("form_incomplete") })
  .transform(({ submission_id, ...form }) => ({ submission_id, content: contentOf(form) }));
export type NewCollectionInput = z.output<typeof newCollectionSchema>;

/** What a person types to change one; the version is the one they had before their eyes. */
export const revisedCollectionSchema = z
  .object({ ...fields(), seen_version: z.coerce.number("form_incomplete").int() })
  .transform(({ seen_version, ...form }) => ({ seen_version, content: contentOf(form) }));
export type CollectionInput = z.output<typeof revisedCollectionSchema>;

export const collectingFormSchema = z.object({
  collection_id: z.uuid("choose_one"),
  note: z
    .string()
    .transform(inOneLine)
    .refine(atMost(200), tooLong(200))
    .optional()
    .transform((note) => note ?? ""),
});
export type CollectingInput = z.output<typeof collectingFormSchema>;

/** A press on one of the buttons of a list: the direction, and what is moved. */
export const moveSchema = z.object({
  move: z
    .string("form_incomplete")
    .regex(/^(up|down) [0-9a-f-]{36}$/, "form_incomplete")
    .transform((pressed) => {
      const [direction = "", service_id = ""] = pressed.split(" ");
      return { direction, service_id };
    }),
});
export type MoveInput = z.output<typeof moveSchema>;

function fields() {
  return {
    name: texts(120, inOneLine).refine((names) => Object.keys(names).length > 0, "required"),
    note: texts(1000, tidy),
    audience: z.enum(["owner", "coalition", "everyone"], "choose_one").default("owner"),
    coalition_id: z.uuid("choose_one").optional(),
  };
}

function contentOf({ coalition_id, ...form }: z.output<z.ZodObject<ReturnType<typeof fields>>>) {
  return { ...form, coalition_id: form.audience === "coalition" ? (coalition_id ?? null) : null };
}
