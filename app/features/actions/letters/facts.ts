import { z } from "zod";

const texts = z.record(z.string(), z.string());
const named = z.object({ display_name: z.string(), korean_name: z.string().nullable() });

/** What everybody who may read a letter knows of it. */
export const letterSchema = z.object({
  id: z.string(),
  title: texts,
  version: z.number(),
  written_at: z.string(),
  hash: z.string(),
  audience: z.enum(["owner", "coalition", "everyone"]),
  order: z.enum(["alphabetical", "by_signing"]),
  lead: named,
  due_local: z.string(),
  due_fold: z.number().nullable(),
  due_at: z.string(),
  time_zone: z.string(),
  closed_at: z.string().nullable(),
  is_over: z.boolean(),
  is_final: z.boolean(),
  signed: z.number(),
});
export type Letter = z.output<typeof letterSchema>;

const signatorySchema = z.object({
  english_name: z.string(),
  korean_name: z.string().nullable(),
  signed_at: z.string(),
  late: z.boolean(),
  /** Which organization it is, where two bear this name and the reader may know them. */
  apart: z.string().nullable(),
  /** Only of one without an account, which its lead entered. */
  other: z.string().nullable(),
});
export type Signatory = z.output<typeof signatorySchema>;

const coalitionSchema = named.extend({ slug: z.string() });

const campaignSchema = z.object({ id: z.string(), name: texts });
export type ServedCampaign = z.output<typeof campaignSchema>;

export const readLetterSchema = letterSchema.extend({
  body: texts,
  signatories: z.array(signatorySchema),
  coalition: coalitionSchema.extend({ id: z.string() }).nullable(),
  /** What it is a part of, for those who may see that. */
  campaign: campaignSchema.nullable(),
});
export type ReadLetter = z.output<typeof readLetterSchema>;

export const coalitionLettersSchema = z.object({
  coalition: coalitionSchema,
  letters: z.array(letterSchema.extend({ internal_at: z.string() })),
});

const deedSchema = z.object({
  deed: z.enum(["asked", "declined", "signed", "withdrawn"]),
  done_at: z.string(),
  version: z.number(),
  who: z.string().nullable(),
});
export type Deed = z.output<typeof deedSchema>;

/** A letter and an organization's part in it. */
const ownLetterSchema = letterSchema.extend({
  is_lead: z.boolean(),
  takes_part: z.boolean(),
  internal_local: z.string().nullable(),
  internal_fold: z.number().nullable(),
  internal_at: z.string().nullable(),
  own_signature: z.object({ hash: z.string(), signed_at: z.string(), late: z.boolean() }).nullable(),
  asked: deedSchema.nullable(),
});
export type OwnLetter = z.output<typeof ownLetterSchema>;

const wholeLetterSchema = ownLetterSchema.extend({
  body: texts,
  signatories: z.array(signatorySchema),
  unconfirmed: z.array(signatorySchema.pick({ english_name: true, korean_name: true, other: true })),
  deeds: z.array(deedSchema),
  signed_text: z.object({ title: texts, body: texts, version: z.number() }).nullable(),
  coalition: coalitionSchema.nullable(),
  campaign: campaignSchema.nullable(),
});
export type WholeLetter = z.output<typeof wholeLetterSchema>;

export const ownLettersSchema = z.object({ may_sign: z.boolean(), letters: z.array(ownLetterSchema) });
export const wholeLettersSchema = z.object({ may_sign: z.boolean(), letters: z.array(wholeLetterSchema) });

/** What a letter of an organization may serve, and which letter it is about. */
export const letterCampaignsSchema = z.object({
  letter: z
    .object({ id: z.string(), title: texts, closed_at: z.string().nullable(), campaign: campaignSchema.nullable() })
    .nullable(),
  campaigns: z.array(campaignSchema.extend({ coalition_id: z.string() })),
});
export type CampaignChoice = z.output<typeof letterCampaignsSchema>["campaigns"];

export const signingRuleSchema = z.object({
  who: z.enum(["admins", "editors", "named"]),
  people: z.array(z.object({ id: z.string(), display_name: z.string(), role: z.string(), named: z.boolean() })),
});
export type SigningRule = z.output<typeof signingRuleSchema>;
