import { expect, test } from "vitest";
import { sampleCard } from "../../../../tests/support/sample-gathering";
import type { Card } from "../card";
import { asSheetEvents } from "./sheet-events";

const options = { movable: () => true, rest: {}, hours: false, addressOfDay: (on: string) => `?view=day&on=${on}` };
const asCalendarEvents = (cards: Card[], locale: string) => asSheetEvents(cards, { ...options, locale });

test("an event stands at the wall time of its place, wherever its reader is", () => {
  const seoul = sampleCard({
    time_zone: "Asia/Seoul",
    starts_local: "2026-12-05T19:00:00",
    ends_local: "2026-12-05T21:00:00",
    starts_at: "2026-12-05T10:00:00+00:00",
    ends_at: "2026-12-05T12:00:00+00:00",
  });
  expect(asCalendarEvents([seoul], "en")[0]).toMatchObject({
    start: "2026-12-05T19:00:00Z",
    end: "2026-12-05T21:00:00Z",
    url: `/gatherings/${seoul.id}`,
  });
});

test("an event has its title in the reader's language, or in the one there is", () => {
  const [both, onlyEnglish] = asCalendarEvents([sampleCard(), sampleCard({ title: { en: "Clinic" } })], "ko");
  expect([both?.title, onlyEnglish?.title]).toEqual(["시민권 상담", "Clinic"]);
});

test("a gathering through a repeated hour does not end before it starts", () => {
  const night = sampleCard({ starts_local: "2026-11-01T01:50:00", ends_local: "2026-11-01T01:10:00" });
  const [event] = asCalendarEvents([night], "en");
  expect((event?.end ?? "") >= (event?.start ?? "")).toBe(true);
});

test("every event carries its card, for the bar, the name and the state", () => {
  const card = sampleCard({ state: "cancelled" });
  expect(asCalendarEvents([card], "en")[0]?.extendedProps).toMatchObject({ card });
});

test("gatherings on a full day are told to keep to one line, those on other days are not", () => {
  const three = [1, 2, 3].map((id) => sampleCard({ id: String(id) }));
  const alone = sampleCard({ id: "4", starts_local: "2026-12-06T10:00:00", ends_local: "2026-12-06T12:00:00" });
  const events = asCalendarEvents([...three, alone], "en");
  expect(events.map(({ extendedProps }) => "crowded" in extendedProps && extendedProps.crowded)).toEqual([
    ...[true, true, true],
    false,
  ]);
});

test("only what its reader may move can be dragged, and nothing that ends in a repeated hour before it starts", () => {
  const [own, other] = [sampleCard(), sampleCard({ id: "2" })];
  const night = sampleCard({ id: "3", starts_local: "2026-11-01T01:50:00", ends_local: "2026-11-01T01:10:00" });
  const events = asSheetEvents([own, other, night], { ...options, locale: "en", movable: ({ id }) => id !== "2" });
  expect(events.map(({ editable }) => editable)).toEqual([true, false, false]);
});

test("what a day has more is one link to that day, below the rest", () => {
  const events = asSheetEvents([], { ...options, locale: "en", rest: { "2026-12-05": 397 } });
  expect(events).toMatchObject([
    { start: "2026-12-05", url: "?view=day&on=2026-12-05", editable: false, extendedProps: { last: 1, rest: 397 } },
  ]);
});

test("an hour in a week has room for small lines alone; in a month it is as high as any", () => {
  const hour = sampleCard({ starts_local: "2026-12-05T10:00:00", ends_local: "2026-12-05T11:00:00" });
  const short = (card: Card, hours: boolean) =>
    asSheetEvents([card], { ...options, locale: "en", hours })[0]?.extendedProps;
  expect(short(hour, true)).toMatchObject({ short: true });
  expect(short(hour, false)).toMatchObject({ short: false });
  expect(short(sampleCard(), true)).toMatchObject({ short: false });
});

test("what is due has room for its two lines, and late at night it stays on its own day", () => {
  const due = {
    id: "one",
    title: { en: "Print" },
    due_at: "",
    time_zone: "America/Chicago",
    closed: false,
    late: false,
  };
  const { organization } = sampleCard();
  const ends = ["2026-12-04T17:00:00", "2026-12-04T23:59:00"].map((due_local) => {
    const [event] = asSheetEvents([], { ...options, locale: "en", dues: [{ ...due, due_local, organization }] });
    return event?.end;
  });
  expect(ends).toEqual(["2026-12-04T18:00:00.000Z", "2026-12-05T00:00:00.000Z"]);
});
