import { z } from "zod";
import { email, isWhole, line, passphrase } from "~/platform/typed-account";

/** How a person is shown, in which language, and by which clocks. */
export const profileSchema = z.object({
  display_name: line(80),
  language: z.string("choose_one").max(35, "choose_one"),
  time_zone: z.string("unknown_time_zone").max(64, "unknown_time_zone"),
});
export type ProfileInput = z.output<typeof profileSchema>;

/** Which mail a person wants, and when none that can wait is sent. */
export const notificationsSchema = z.object({
  wanted: z.preprocess(
    (typed) => (typed === undefined ? [] : [typed].flat()),
    z.array(z.enum(["reminder", "digest", "services_due", "items_due"])),
  ),
  quiet_from: wallTime(),
  quiet_until: wallTime(),
});
export type NotificationsInput = z.output<typeof notificationsSchema>;

export const passwordChangeSchema = z.object({ password: password(), passphrase: passphrase() });
export type PasswordChangeInput = z.output<typeof passwordChangeSchema>;

export const addressChangeSchema = z.object({ email: email(), password: password() });
export type AddressChangeInput = z.output<typeof addressChangeSchema>;

export const deletionSchema = z.object({ password: password() });

function password() {
  return z.string("required").refine(isWhole, "password_wrong");
}

function wallTime() {
  return z.string("required").regex(/^([01]\d|2[0-3]):[0-5]\d$/, "time_not_understood");
}
