import { z } from "zod";
import { line } from "~/platform/typed-account";

/** What a private calendar is called, whose gatherings it shows, and how much of them. */
export const privateCalendarFormSchema = z.object({
  label: line(60),
  organization: z.union([z.literal("all"), z.uuid()], "choose_one"),
  shows: z.enum(["taken", "titles"], "choose_one"),
});
export type PrivateCalendarInput = z.output<typeof privateCalendarFormSchema>;
