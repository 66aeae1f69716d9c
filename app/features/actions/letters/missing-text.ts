import type { FormReply } from "~/platform/form";
import { one } from "~/platform/form-values";

/**
 * Of a letter without any title or without any text, the reply that asks for it at a field: that of the language in which
 * the rest was written, or else the reader's.
 */
export function askAtField(reply: FormReply | undefined, locale: string): FormReply | undefined {
  if (!reply) return reply;
  const written = (part: string) =>
    Object.keys(reply.values).find((name) => name.startsWith(`${part}.`) && one(reply.values[name])?.trim());
  const { title, body, ...errors } = reply.errors;
  const tag = (written("title") ?? written("body"))?.replace(/^\w+\./, "") ?? locale;
  if (title) errors[`title.${tag}`] = title;
  if (body) errors[`body.${tag}`] = body;
  return { ...reply, errors };
}
