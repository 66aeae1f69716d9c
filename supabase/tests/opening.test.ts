import { describe, expect } from "vitest";
import { test } from "./support/cast";
import type { TestDatabase } from "./support/database";
import { find, list, namesOf } from "./support/directory";

const monToFri = [1, 2, 3, 4, 5];
const everyDay = [1, 2, 3, 4, 5, 6, 7];

describe("A service is open", () => {
  // 2026-11-27 is a Friday; Chicago is six hours behind UTC then, five in summer.
  for (const { hours, at, open, because } of [
    { hours: [[monToFri, 540, 1020]], at: "2026-11-27T15:00Z", open: true, because: "at the minute it opens" },
    { hours: [[monToFri, 540, 1020]], at: "2026-11-27T14:59Z", open: false, because: "not a minute before" },
    { hours: [[monToFri, 540, 1020]], at: "2026-11-27T22:59Z", open: true, because: "until the minute it closes" },
    { hours: [[monToFri, 540, 1020]], at: "2026-11-27T23:00Z", open: false, because: "not at that minute" },
    { hours: [[monToFri, 540, 1020]], at: "2026-11-28T16:00Z", open: false, because: "not on a day it does not name" },
    {
      hours: [[[5], 1320, 1560]],
      at: "2026-11-28T07:30Z",
      open: true,
      because: "past midnight, on what began the day before",
    },
    { hours: [[[5], 1320, 1560]], at: "2026-11-28T08:00Z", open: false, because: "not past that end" },
    { hours: [[[7], 1320, 1560]], at: "2026-11-30T07:30Z", open: true, because: "on Monday, on what began on Sunday" },
    {
      hours: [[everyDay, 0, 1440]],
      at: "2026-11-28T05:59:59Z",
      open: true,
      because: "around the clock, just before midnight",
    },
    { hours: [[everyDay, 0, 1440]], at: "2026-11-28T06:00Z", open: true, because: "around the clock, at midnight" },
    {
      hours: [
        [monToFri, 540, 720],
        [monToFri, 780, 1020],
      ],
      at: "2026-11-27T18:30Z",
      open: false,
      because: "not at lunch",
    },
    { hours: [[monToFri, 540, 1020]], at: "2026-07-03T14:00Z", open: true, because: "by the clock of summer" },
  ] as const) {
    test(`${because} (${at})`, async ({ cast, db }) => {
      const id = await list(db, cast.organizations.north, { ko: "면접옷" });
      await openAt(db, id, hours);
      const [row] = await db.catalog<{ open: boolean; said: boolean }>(
        `select private.is_open(s.organization_id, s.id, $2::timestamptz) as open,
           (private.opening((
             select jsonb_agg(jsonb_build_array(h.weekdays, h.opens_minute, h.closes_minute)) from public.service_schedules h where h.service_id = s.id
           ), '{}', $2::timestamptz at time zone s.time_zone) -> 'open')::boolean as said
         from public.services s where s.id = $1`,
        [id, at],
      );
      expect(row).toEqual({ open, said: open });
    });
  }

  test("not on a holiday, nor after midnight on what would have begun then", async ({ cast, db }) => {
    const id = await list(db, cast.organizations.north, { ko: "면접옷" });
    await openAt(db, id, [[[5], 1320, 1560]]);
    await db.given(
      "insert into public.service_closures (organization_id, service_id, closed_on) select organization_id, id, '2026-11-27' from public.services where id = $1",
      [id],
    );
    for (const at of ["2026-11-28T05:00Z", "2026-11-28T07:30Z"]) {
      const [row] = await db.catalog<{ open: boolean }>(
        "select private.is_open(organization_id, id, $2::timestamptz) as open from public.services where id = $1",
        [id, at],
      );
      expect(row?.open, at).toBe(false);
    }
  });

  test("now, for whoever asks for what is open now; who says no hours is not taken for open", async ({ cast, db }) => {
    const { north } = cast.organizations;
    const always = await list(db, north, { ko: "면접옷 늘", zone: "Asia/Seoul" });
    const never = await list(db, north, { ko: "면접옷 언젠가" });
    await list(db, north, { ko: "면접옷 몰라" });
    await openAt(db, always, [[everyDay, 0, 1440]]);
    await openAt(db, never, [[[1], 0, 1]]);
    await db.given(
      `insert into public.service_closures (organization_id, service_id, closed_on)
       select organization_id, id, current_date + n from public.services, generate_series(-2, 2) n where id = $1`,
      [never],
    );
    expect(namesOf(await find(db, "visitor", { typed: "면접옷", open_now: true }))).toEqual(["면접옷 늘"]);
    const { results } = await find(db, "visitor", { typed: "면접옷" });
    expect(
      Object.fromEntries(results.map(({ name, opening }) => [name.ko, opening && [opening.open, opening.always]])),
    ).toEqual({
      "면접옷 늘": [true, true],
      "면접옷 언젠가": [false, false],
      "면접옷 몰라": null,
    });
  });
});

async function openAt(db: TestDatabase, id: string, hours: readonly (readonly [readonly number[], number, number])[]) {
  for (const [place, [weekdays, opens, closes]] of hours.entries()) {
    await db.given(
      `insert into public.service_schedules (organization_id, service_id, position, weekdays, opens_minute, closes_minute)
       select organization_id, id, $2, $3::smallint[], $4, $5 from public.services where id = $1`,
      [id, place, `{${weekdays}}`, opens, closes],
    );
  }
}
