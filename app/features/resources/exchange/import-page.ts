import { z } from "zod";

const findingSchema = z.object({
  field: z.string(),
  reason: z.string(),
  terms: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
const fieldSchema = z.object({
  name: z.string(),
  ours: z.unknown(),
  theirs: z.unknown(),
  conflict: z.boolean().default(true),
});
const rowSchema = z.object({ row: z.number(), title: z.string() });
const changedSchema = rowSchema.extend({ place: z.number(), service_id: z.string(), fields: z.array(fieldSchema) });
const foundSchema = rowSchema.extend({ findings: z.array(findingSchema) });
const undoneSchema = z.object({ removed: z.number(), closed: z.number(), restored: z.number(), kept: z.number() });
const standingSchema = z.object({ id: z.string(), display_name: z.string(), korean_name: z.string().nullable() });

export const importSchema = z.object({
  id: z.string(),
  source: z.object({
    name: z.string(),
    kind: z.string(),
    charset: z.string(),
    unread: z.array(z.string()),
    left_out: z.array(z.object({ name: z.string(), is_private: z.boolean() })),
  }),
  state: z.enum(["read", "waiting", "taken", "failed", "leaving", "undone"]),
  problem: z.object({ key: z.string(), field: z.string().optional() }).nullable(),
  progress: z.object({ done: z.number(), of: z.number() }).nullable(),
  undo_until: z.string().nullable(),
  standings: z.array(standingSchema),
  result: z
    .object({
      ...{ made: z.number(), changed: z.number(), same: z.number(), left: z.number(), refused: z.number() },
      undone: undoneSchema.optional(),
    })
    .nullable(),
  counts: z
    .object({ made: z.number(), changed: z.number(), conflicts: z.number(), same: z.number(), refused: z.number() })
    .optional(),
  made: z.array(rowSchema.extend({ place: z.number() })).default([]),
  changed: z.array(changedSchema).default([]),
  refused: z.array(foundSchema).default([]),
  remarks: z.array(foundSchema).default([]),
  conflicts: z.array(rowSchema.extend({ service_id: z.string(), fields: z.array(fieldSchema) })).default([]),
  first: z.string().nullish(),
});
export type ServiceImport = z.output<typeof importSchema>;
export type ChangedField = z.output<typeof fieldSchema>;
