import { z } from "zod";
import { fellowsSchema, organizationSchema } from "~/platform/fellows";
import { accessibilityFacts, audiences, hostingStates, kinds, parts, states } from "./vocabulary";

const texts = z.record(z.string(), z.string());

/** The card: what everyone who may see a gathering sees of it in a list. */
export const cardSchema = z.object({
  id: z.string(),
  title: texts,
  kind: z.enum(kinds),
  area: z.string().nullable(),
  languages: z.array(z.string()),
  starts_local: z.string(),
  ends_local: z.string(),
  time_zone: z.string(),
  starts_at: z.string(),
  ends_at: z.string(),
  state: z.enum(states),
  audience: z.enum(audiences),
  organization: organizationSchema,
  /** Whether others than the owner have seen it. */
  shared: z.boolean(),
  /** In an organization's own calendar: what it has to do with a gathering of another's. */
  held: z.enum(["invited", ...parts]).optional(),
  /** How many volunteers it lacks, where the reader's organizations hold it. */
  missing: z.number().optional(),
  repeats: z.boolean(),
});
export type Card = z.output<typeof cardSchema>;

const coalitionSchema = z.object({ slug: z.string(), display_name: z.string(), korean_name: z.string().nullable() });

const place = {
  address: z.string(),
  online_url: z.string(),
  contact: z.string(),
  instructions: texts,
  accessibility: z.array(z.enum(accessibilityFacts)),
  audience: z.enum(audiences),
};

/** Whom a layer reaches, as far as its reader may know. */
const reach = {
  coalition: coalitionSchema.nullable(),
  recipients: z.array(organizationSchema),
  reached: z.object({ organizations: z.number() }).nullable(),
};

/** The detail: the exact place and what to know on the way, for those who may see it. */
export const detailSchema = z.object({ ...place, ...reach });
export type Detail = z.output<typeof detailSchema>;

/** An organization that was asked to hold a gathering, with its state and rights. */
export const hostingSchema = z.object({
  organization: organizationSchema,
  part: z.enum(parts),
  may_edit: z.boolean(),
  state: z.enum(hostingStates),
});
export type Hosting = z.output<typeof hostingSchema>;
/** What volunteers are needed for at a gathering, and how many there are. */
export const roleSchema = z.object({
  id: z.string(),
  name: texts,
  needed: z.number(),
  languages: z.array(z.string()),
  taken: z.number(),
});
export type Role = z.output<typeof roleSchema>;
const occurrenceSchema = z.object({ id: z.string(), starts_local: z.string() });

/** How a gathering repeats, as far as its reader may know. */
const seriesSchema = z.object({
  rule: z.string(),
  /** For the owner's people: when the clocks of the place skip the time. */
  skipped: z.array(z.string()),
  previous: occurrenceSchema.nullable(),
  next: occurrenceSchema.nullable(),
  coming: z.array(occurrenceSchema.extend({ ends_local: z.string(), state: z.enum(states) })),
});

/** Whether one can sign up for a gathering, and as which of the reader's organizations they spread the link. */
export const signupOfSchema = z.object({
  problem: z.enum(["gathering_cancelled", "gathering_over", "signups_closed"]).nullable(),
  room: z.boolean(),
  headcount: z.number().nullable(),
  hosts: z.array(organizationSchema.extend({ reads_people: z.boolean() })),
});

/** A gathering's page: the card, what stands below it, and the layers its reader may see. */
export const gatheringPageSchema = cardSchema.extend({
  ...reach,
  description: texts.nullable(),
  cancellation_reason: z.string().nullable(),
  writable_by: z.array(z.string()),
  indexable: z.boolean(),
  /** For those who may write it. */
  version: z.number().nullable(),
  detail: detailSchema.nullable(),
  notes: z.string().nullable(),
  hosts: z.object({
    /** Beside the owner, for everyone who sees it. */
    shown: z.array(z.object({ organization: organizationSchema, part: z.enum(parts) })),
    /** All of them for the owner's people, its own for a host's. */
    known: z.array(hostingSchema),
  }),
  /** For the people of organizations that hold it; empty for anyone else. */
  roles: z.array(roleSchema),
  /** The reader's organizations that hold it. */
  held_by: z.array(organizationSchema),
  series: seriesSchema.nullable(),
  signup: signupOfSchema.nullable(),
});
export type GatheringPage = z.output<typeof gatheringPageSchema>;

/** A gathering as its form needs it; only those who may write it get one. */
export const storedGatheringSchema = z.object({
  id: z.string(),
  organization_id: z.string(),
  coalition_id: z.string().nullable(),
  title: texts,
  description: texts.nullable(),
  kind: z.enum(kinds),
  area: z.string().nullable(),
  languages: z.array(z.string()),
  starts_local: z.string(),
  ends_local: z.string(),
  time_zone: z.string(),
  starts_fold: z.number().nullable(),
  ends_fold: z.number().nullable(),
  state: z.enum(states),
  cancellation_reason: z.string().nullable(),
  audience: z.enum(audiences),
  indexable: z.boolean(),
  tells_taken: z.boolean(),
  shared_at: z.string().nullable(),
  version: z.number(),
  recipients: z.array(z.string()),
  detail: z.object({ ...place, coalition_id: z.string().nullable(), recipients: z.array(z.string()) }).nullable(),
  notes: z.string().nullable(),
  fellows: fellowsSchema,
  hosts: z.array(hostingSchema),
  /** Whose it is, where a co-host changes it. */
  owner: organizationSchema.optional(),
  series: z
    .object({
      rule: z.string(),
      starts_local: z.string(),
      excepted: z.array(z.string()),
      added: z.array(z.string()),
      recurrence_local: z.string(),
      over: z.boolean(),
      /** The first that is not over. */
      resumes_local: z.string().nullable(),
    })
    .nullable(),
});
export type StoredGathering = z.output<typeof storedGatheringSchema>;

/** A gathering through other eyes, with those whose eyes one may look through. */
export const previewSchema = z.object({
  title: texts,
  fellows: fellowsSchema,
  seen: gatheringPageSchema.nullable(),
  time_zone: z.string().nullable(),
});

/** What a new gathering should be like: all that its form holds, from a gathering or a template. */
const patternSchema = storedGatheringSchema
  .omit({
    organization_id: true,
    version: true,
    shared_at: true,
    cancellation_reason: true,
    fellows: true,
    id: true,
    hosts: true,
    owner: true,
    series: true,
  })
  .partial();
export type Pattern = z.output<typeof patternSchema>;

export const newGatheringPageSchema = z.object({
  fellows: fellowsSchema,
  templates: z.array(z.object({ id: z.string(), name: z.string() })),
  like: patternSchema.nullable(),
});

/** Something to be done together that is due: as the calendar shows it beside gatherings. */
export const dueSchema = z.object({
  ...{ id: z.string(), title: texts, due_local: z.string(), due_at: z.string(), time_zone: z.string() },
  ...{ closed: z.boolean(), late: z.boolean(), organization: organizationSchema },
});
export type Due = z.output<typeof dueSchema>;

/** A calendar's days: all gatherings of them, or, of very many, the first of each day and how many that day has. */
export const calendarPageSchema = z.object({
  gatherings: z.array(cardSchema),
  /** Of those the reader may write, by id. */
  versions: z.record(z.string(), z.number()),
  /** How many volunteers are missing, by id, of those that the reader's organizations hold. */
  missing: z.record(z.string(), z.number()),
  /** By day, where not all are shown; of a single day always. */
  counts: z.record(z.string(), z.number()),
  total: z.number(),
  /** By id, what the organization whose calendar it is holds with others. */
  hostings: z.record(z.string(), z.enum(["invited", ...parts])).default({}),
  /** What is due on these days, two hundred at most. */
  items: z.array(dueSchema),
  /** The organizations one may choose among. */
  organizations: z.array(organizationSchema),
});
export type CalendarPage = z.output<typeof calendarPageSchema>;

export const coalitionCalendarSchema = calendarPageSchema.extend({
  coalition: coalitionSchema.extend({ id: z.string() }),
});
