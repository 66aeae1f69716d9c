import { z } from "zod";
import { refusal } from "~/platform/refusal";
import { type Db, data } from "~/platform/supabase.server";
import type { AddressChangeInput, NotificationsInput, PasswordChangeInput, ProfileInput } from "./schema";

/** Changes how the reader is shown, their language and their clocks. */
export async function changeProfile(db: Db, personId: string, input: ProfileInput) {
  await data(db.from("people").update(input).eq("id", personId).select("id").single());
}

/** Chooses which mail the reader wants, and the hours in which none that can wait is sent. */
export async function chooseNotifications(db: Db, input: NotificationsInput) {
  await data(db.rpc("choose_mail", input));
}

/** Signs one of the reader's devices out, with its next request. */
export async function endOtherSession(db: Db, sessionId: string) {
  await data(db.rpc("end_session", { session_id: sessionId }));
}

/** Ends the reader's own membership. */
export async function leaveOrganization(db: Db, organizationId: string, personId: string) {
  const left = db.from("memberships").delete().eq("organization_id", organizationId).eq("person_id", personId);
  await data(left.select("person_id").single());
}

/** A new password in exchange for the old one; every other device is signed out. */
export async function changePassword(db: Db, { password, passphrase }: PasswordChangeInput) {
  throwProblem(await data(db.rpc("change_password", { password, new_password: passphrase })));
}

/** Asks both addresses, by mail, to confirm the change. */
export async function changeAddress(db: Db, { password, email }: AddressChangeInput) {
  throwProblem(await data(db.rpc("change_address", { password, new_email: email })));
}

/** Deletes the reader's account. */
export async function deleteAccount(db: Db, password: string) {
  throwProblem(await data(db.rpc("delete_account", { password })));
}

const answerSchema = z.object({
  problem: z.enum(["password_wrong", "held_back"]).optional(),
  minutes: z.int().optional(),
});

/** A wrong password is answered and not raised: raising would give the try back. */
function throwProblem(answer: unknown) {
  const { problem, minutes = 1 } = answerSchema.parse(answer);
  if (problem === "held_back") throw refusal({ key: "held_back", values: { minutes } }, 429);
  if (problem) throw refusal({ key: "password_wrong", field: "password" }, 422);
}
