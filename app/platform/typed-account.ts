import { z } from "zod";

/** A whole address. */
export function email() {
  return z.string("required").trim().max(254, "too_long").pipe(z.email("email_not_valid"));
}

/** A new passphrase: long enough to hold, short enough for the sign-in service. Nothing else is asked of it. */
export function passphrase() {
  return z
    .string("required")
    .refine((typed) => [...typed].length >= 12, "passphrase_too_short")
    .refine(isWhole, "passphrase_too_long");
}

/** Whether every byte of it is looked at: bcrypt compares the first 72 and no more. */
export function isWhole(typed: string): boolean {
  return new TextEncoder().encode(typed).length <= 72;
}

/** One line that leaves a mark and turns no reading direction. */
export function line(maximum: number) {
  return z
    .string("required")
    .transform((typed) => typed.replace(/\s+/g, " ").trim())
    .pipe(
      z
        .string()
        .max(maximum, "too_long")
        .regex(/[^\s\u00ad\u115f\u1160\u200b-\u200f\u2060-\u2064\u2800\u3164\uffa0]/, "required")
        .refine((typed) => !/[\p{Cc}\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/u.test(typed), "not_text"),
    );
}
