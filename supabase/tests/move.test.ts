import { expect } from "vitest";
import { addGathering, type Cast, test } from "./support/cast";
import type { TestDatabase } from "./support/database";

const move = async (db: TestDatabase, { editor, organizations }: Cast, starts: string, ends: string) => {
  const id = await addGathering(db, {
    title: "moving",
    organization: organizations.north,
    coalition: null,
    audience: "owner",
  });
  return db.as<{ moved: { id: string; version: number } }>(
    editor,
    "select public.move_gathering($1, $2, private.version_of($1), $3, $4) as moved",
    [id, organizations.north, starts, ends],
  );
};

test("a gathering is moved to another wall time at its place, and its instants follow", async ({ db, cast }) => {
  const [row] = await move(db, cast, "2027-01-05T10:00", "2027-01-05T12:00");
  expect(
    await db.given(
      "select starts_local::text, starts_at at time zone 'UTC' as utc from public.gatherings where id = $1",
      [row?.moved.id],
    ),
  ).toMatchObject({ starts_local: "2027-01-05 10:00:00" });
});

test.for([
  ["2027-03-14T02:30", "2027-03-14T05:00", "local_time_skipped"],
  ["2027-11-07T01:30", "2027-11-07T05:00", "local_time_repeated"],
  ["2027-01-05T12:00", "2027-01-05T10:00", "ends_before_it_starts"],
] as const)("a gathering is not moved to %s – %s: %s", async ([starts, ends, message], { db, cast }) => {
  await expect(move(db, cast, starts, ends)).rejects.toMatchObject({ code: "PT422", message });
});

test.for([
  "now",
  "tomorrow",
  "infinity",
  "2026-12-01T10:00+09",
  "2026-12-01 10:00 America/New_York",
  "12/11/2026 10:00",
  "2026-12-01T10:00:00.123456",
  "2026-02-30T10:00",
])("a gathering is not moved to what is no wall time: %s", async (time, { db, cast }) => {
  const refused = { code: "PT422", message: "not_understood" };
  await expect(move(db, cast, time, "2027-01-05T12:00")).rejects.toMatchObject(refused);
  await expect(move(db, cast, "2027-01-05T10:00", time)).rejects.toMatchObject(refused);
});
