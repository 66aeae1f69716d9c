import { expect } from "vitest";
import { test } from "../../supabase/tests/support/database";
import { compareTimeZoneData } from "../time-zone-data";

test("zones that both know alike are not told of", async ({ copy }) => {
  const differences = await compareTimeZoneData(copy, new Date());
  const zones = differences.map(({ zone }) => zone);
  for (const home of ["America/New_York", "America/Chicago", "America/Los_Angeles", "Asia/Seoul", "UTC"]) {
    expect(zones).not.toContain(home);
  }
});

test("a zone on which they differ is told once, with both answers", async ({ copy }) => {
  const now = new Date("2026-11-22T10:00:00Z");
  expect(await compareTimeZoneData(copy, now, ["Asia/Seoul", "XYZ+5"])).toEqual([
    { zone: "XYZ+5", at: "2026-11-22T10:00:00.000Z", postgres: "2026-11-22 05:00", node: "unknown" },
  ]);
});
