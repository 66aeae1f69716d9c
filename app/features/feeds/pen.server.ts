import type { Locale } from "~/i18n/translation";
import type { translatorFor } from "~/i18n/translator.server";
import type { FeedEvent } from "./feed";
import type { ZoneClock } from "./zone-clock";

export type FeedSetting = {
  locale: Locale;
  /** Where the pages are, without a slash at its end. */
  site: string;
  /** Where this feed is read again; nowhere for a single gathering and for one whose address is a secret. */
  source?: string;
  /** The page that shows the same. */
  page?: string;
  /** What must stand beside a gathering of a kind, in whatever language. */
  warningsOf(kind: NonNullable<FeedEvent["kind"]>): string[];
  demonstration: boolean;
  /** The day that it is, for links to the next of a series: `2026-11-28`. */
  today: string;
};

/** What an entry is written with: the reader's words, and the clocks of each zone. */
export type Pen = FeedSetting & { t: Translate; clocks: Map<string, ZoneClock | undefined> };
export type Translate = ReturnType<typeof translatorFor>;
