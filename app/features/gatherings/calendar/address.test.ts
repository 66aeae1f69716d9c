import { expect, test } from "vitest";
import { caughtRefusal } from "~/platform/refusal";
import { addressOf, askedFilters, noFilters, readAddress } from "./address";

const today = "2026-11-22";
const read = (search: string) => readAddress(new URLSearchParams(search), today);

test("a calendar without an address shows today's month, whole", () => {
  expect(read("")).toEqual({ view: "month", on: today, from: 0, filters: noFilters });
});

test("what the address says is followed, and written back the same", () => {
  const said = "?view=week&on=2027-02-03&org=krcla&org=krc-chicago&kind=clinic&spoken=ko&spoken=kvk&ours=1";
  const address = read(said);
  expect(address).toEqual({
    ...{ view: "week", on: "2027-02-03", from: 0 },
    filters: { org: ["krcla", "krc-chicago"], kind: ["clinic"], spoken: ["ko", "kvk"], ours: true },
  });
  expect(addressOf(address)).toBe(said);
});

test("what no calendar knows counts as not said", () => {
  const nonsense =
    "view=year&on=2026-02-30&from=-1&org=%27or+1&org=KRCLA&kind=party&spoken=xx&ours=yes&until=2126-01-01";
  expect(read(nonsense)).toEqual({ view: "month", on: today, from: 0, filters: noFilters });
});

test("ten thousand filters are refused in a sentence, the same one twice is one", () => {
  expect(read("kind=clinic&kind=clinic").filters.kind).toEqual(["clinic"]);
  let refused: unknown;
  try {
    read("org=a&".repeat(10_000));
  } catch (thrown) {
    refused = thrown;
  }
  expect(caughtRefusal(refused)).toEqual({ problem: { key: "too_many_filters" }, status: 422 });
});

test("only ours means one's own organization, and nothing to a visitor", () => {
  const filters = { ...noFilters, org: ["krc-chicago"], ours: true };
  expect(askedFilters(filters, "krcla").organizations).toEqual(["krcla"]);
  expect(askedFilters(filters).organizations).toEqual(["krc-chicago"]);
});

test("a page of a day says where it begins", () => {
  expect(addressOf({ view: "day", on: today, filters: noFilters }, 100)).toBe("?view=day&on=2026-11-22&from=100");
});
