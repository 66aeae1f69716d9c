import type { ReactNode } from "react";
import type { CalendarQuestion } from "./calendar-question";
import type { CalendarSpan } from "./calendar-span";
import type { CalendarPage } from "./card";

/** What a calendar shows, and for whom. */
export type CalendarProps = {
  page: CalendarPage;
  question: CalendarQuestion;
  span: CalendarSpan;
  today: string;
  readerZone: string | undefined;
  /** Whether each gathering says who can see it. */
  chips: boolean;
  /** The organization whose calendar it is, and whether the reader may move what it owns; none on a coalition's. */
  own: { slug: string; canWrite: boolean } | null;
  /** What stands where the gatherings would, when there are none. */
  empty: ReactNode;
};
