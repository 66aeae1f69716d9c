import { z } from "zod";
import { type Asking, answered } from "~/platform/answered.server";
import { env } from "~/platform/env.server";
import { organizationSchema } from "~/platform/fellows";
import { refusal } from "~/platform/refusal";
import { type Db, data } from "~/platform/supabase.server";
import { cardSchema, signupOfSchema } from "../card";
import { needs } from "./needs";

const formSchema = cardSchema.extend({
  signup: signupOfSchema
    .omit({ hosts: true })
    .extend({ organization: organizationSchema, delete_at: z.string() })
    .nullable(),
});

/** What the page for signing up says. A gathering that is hidden, absent or without a list has none. */
export async function getSignupForm(db: Db, gatheringId: string, via: string) {
  const found = formSchema.nullable().parse(await data(db.rpc("signup_form", { gathering_id: gatheringId, via })));
  if (!found?.signup) throw refusal({ key: "not_found" }, 404);
  return { gathering: found, signup: found.signup };
}

const signupSchema = z.object({
  name: z.string(),
  seats: z.number(),
  language: z.string(),
  needs: z.array(z.enum(needs)),
  contact: z.string(),
  told_host: z.boolean(),
  state: z.enum(["coming", "waiting", "cancelled"]),
  delete_at: z.string(),
  time_zone: z.string(),
  closed_by: z.enum(["gathering_cancelled", "gathering_over"]).nullable(),
  organization: organizationSchema,
  owner: organizationSchema,
  gathering: cardSchema.nullable(),
});
export type Signup = z.output<typeof signupSchema>;

/** A sign-up for whoever has its code, or a sentence why there is none. */
export async function getSignup(asking: Asking, code: string): Promise<Signup> {
  const asked = { secret: env().SERVER_SECRET, network: asking.network, code };
  return signupSchema.parse(answered(asking, await data(asking.db.rpc("read_signup", asked))));
}

const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  seats: z.number(),
  language: z.string(),
  needs: z.array(z.enum(needs)),
  contact: z.string(),
  state: z.enum(["coming", "waiting"]),
  delete_at: z.string(),
  is_ours: z.boolean(),
  to_call: z.boolean(),
  promoted: z.boolean(),
});
export type SignedUp = z.output<typeof personSchema>;

const totalsSchema = z.object({
  coming: z.number(),
  waiting: z.number(),
  cancelled: z.number(),
  capacity: z.number().nullable(),
  left: z.number().nullable(),
  needs: z.partialRecord(z.enum(needs), z.number()),
  languages: z.record(z.string(), z.number()),
});
export type Totals = z.output<typeof totalsSchema>;

const listSchema = z.object({
  gathering: cardSchema.nullable(),
  totals: totalsSchema.nullable(),
  people: z.array(personSchema),
});

/** An organization's own people for a gathering, and what hosts may count. */
export async function getGatheringSignups(db: Db, organizationId: string, gatheringId: string) {
  const asked = { gathering_id: gatheringId, organization_id: organizationId };
  return listSchema.parse(await data(db.rpc("gathering_signups", asked)));
}

const settingsSchema = cardSchema.extend({
  repeats: z.boolean(),
  list: z
    .object({
      capacity: z.number().nullable(),
      headcount_public: z.boolean(),
      keep_days: z.number(),
      closes_hours_before: z.number().nullable(),
      closed: z.boolean(),
    })
    .nullable(),
});
export type SignupSettings = z.output<typeof settingsSchema>;

/** On which terms one may sign up, for those who may change them. */
export async function getSignupSettings(db: Db, organizationId: string, gatheringId: string) {
  const asked = { gathering_id: gatheringId, organization_id: organizationId };
  const found = await data(db.rpc("signup_settings", asked));
  if (!found) throw refusal({ key: "not_found" }, 404);
  return settingsSchema.parse(found);
}
