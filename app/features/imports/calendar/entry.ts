import type { Expansion } from "~/platform/recurrence/expand-rule";

/** A moment as the file says it: an instant, or a time on the wall of a zone, the calendar's own where none is named. */
export type Moment = { at: string } | { wall: string; zone: string | null };

/** Why an entry was set aside; its sentence is in the messages' `imports.reason`. */
export type Reason =
  | "not_closed"
  | "line_too_long"
  | "too_many_lines"
  | "unreadable"
  | "no_title"
  | "no_start"
  | "time_unreadable"
  | "zone_unknown"
  | "private_there"
  | "cancelled_there"
  | "twice"
  | "rule_not_understood"
  | "too_many_occurrences"
  | "too_many_dates"
  | "until_before_start"
  | "no_occurrences"
  | "dates_over"
  | "no_such_date"
  | "series_aside"
  | "ends_before_it_starts";

/** What an import changed of an entry to make it a gathering; the preview says so. */
export type Remark =
  | "all_day"
  | "no_end"
  | "repeats_in_utc"
  | "past_left_out"
  | "title_shortened"
  | "description_shortened"
  | "address_shortened";

/** How an entry repeats, as the file says it: its rule without an end that is an instant, and the days apart from it. */
export type Repeats = { rule: string; until: Moment | null; excepted: NamedDate[]; added: NamedDate[] };
/** A date that stands apart from a rule: a moment, or all of a day. */
export type NamedDate = Moment | { day: string };

/** How it repeats in wall times of its own zone, as it is compared when it is read again. */
export type Repetition = { rule: string; starts_local: string; excepted: string[]; added: string[] };
/** What of it is to come, laid out as the database takes it. */
export type LaidSeries = Omit<Repetition, "starts_local"> & Expansion;

type Told = { line: number; uid: string; recurrence: (Moment & { of?: string | null }) | null; title: Texts };
export type Texts = Record<string, string>;

export type ReadEntry = Told & {
  zone: string | null;
  description: Texts;
  address: string;
  online_url: string;
  starts: Moment;
  remarks: Remark[];
  repeats?: Repeats;
} & ({ ends: Moment } | { lasting: { days: number; seconds: number } });

export type SetAside = Told & { reason: Reason; terms?: Record<string, string> };
export type Entry = ReadEntry | SetAside;

/** An entry as the database takes it: what repeats is laid out, and what changes one date of it names that date. */
export type LaidEntry = (Omit<ReadEntry, "repeats"> & { repeats?: Repetition; series?: LaidSeries }) | SetAside;
