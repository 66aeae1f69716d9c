import { expect, test } from "vitest";
import { sampleCard } from "../../../tests/support/sample-gathering";
import { asCalendarEvents } from "./calendar-events";

test("an event stands at the wall time of its place, wherever its reader is", () => {
  const seoul = sampleCard({
    time_zone: "Asia/Seoul",
    starts_local: "2026-12-05T19:00:00",
    ends_local: "2026-12-05T21:00:00",
    starts_at: "2026-12-05T10:00:00+00:00",
    ends_at: "2026-12-05T12:00:00+00:00",
  });
  expect(asCalendarEvents({ gatherings: [seoul], counts: {} }, "en", null)[0]).toMatchObject({
    start: "2026-12-05T19:00:00Z",
    end: "2026-12-05T21:00:00Z",
    url: `/gatherings/${seoul.id}`,
  });
});

test("an event has its title in the reader's language, or in the one there is", () => {
  const [both, onlyEnglish] = asCalendarEvents(
    { gatherings: [sampleCard(), sampleCard({ title: { en: "Clinic" } })], counts: {} },
    "ko",
    null,
  );
  expect([both?.title, onlyEnglish?.title]).toEqual(["시민권 상담", "Clinic"]);
});

test("a gathering through a repeated hour does not end before it starts", () => {
  const night = sampleCard({ starts_local: "2026-11-01T01:50:00", ends_local: "2026-11-01T01:10:00" });
  const [event] = asCalendarEvents({ gatherings: [night], counts: {} }, "en", null);
  expect((event?.end ?? "") >= (event?.start ?? "")).toBe(true);
});

test("every event carries its card, for the bar, the name and the state", () => {
  const card = sampleCard({ state: "cancelled" });
  expect(asCalendarEvents({ gatherings: [card], counts: {} }, "en", null)[0]?.extendedProps.card).toBe(card);
});

test("gatherings on a full day are told to keep to one line, those on other days are not", () => {
  const three = [1, 2, 3].map((id) => sampleCard({ id: String(id) }));
  const alone = sampleCard({ id: "4", starts_local: "2026-12-06T10:00:00", ends_local: "2026-12-06T12:00:00" });
  const events = asCalendarEvents({ gatherings: [...three, alone], counts: {} }, "en", null);
  expect(events.map(({ extendedProps }) => extendedProps.crowded)).toEqual([true, true, true, false]);
});

test("a day that holds more than is listed says how many, last", () => {
  const events = asCalendarEvents({ gatherings: [sampleCard()], counts: { "2026-12-05": 398 } }, "en", null);
  expect(events.at(-1)).toMatchObject({ place: 1, url: "", extendedProps: { card: null, more: 397 } });
});

test("only what the reader's own organization owns, and has not cancelled, may be dragged", () => {
  const cards = [sampleCard(), sampleCard({ state: "cancelled" })];
  const editable = (writes: string | null) =>
    asCalendarEvents({ gatherings: cards, counts: {} }, "en", writes).map((event) => event.editable);
  expect([editable("krcla"), editable("krc-chicago"), editable(null)]).toEqual([
    [true, false],
    [false, false],
    [false, false],
  ]);
});
