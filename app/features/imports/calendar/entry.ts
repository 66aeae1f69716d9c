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
  | "repeats"
  | "ends_before_it_starts";

/** What an import changed of an entry to make it a gathering; the preview says so. */
export type Remark = "all_day" | "no_end" | "title_shortened" | "description_shortened" | "address_shortened";

type Told = { line: number; uid: string; recurrence: (Moment & { of?: string | null }) | null; title: Texts };
export type Texts = Record<string, string>;

export type ReadEntry = Told & {
  zone: string | null;
  description: Texts;
  address: string;
  online_url: string;
  starts: Moment;
  remarks: Remark[];
} & ({ ends: Moment } | { lasting: { days: number; seconds: number } });

export type SetAside = Told & { reason: Reason; terms?: Record<string, string> };
export type Entry = ReadEntry | SetAside;
