import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { expandSeries } from "../../app/platform/recurrence/expand-rule";
import { test } from "./support/cast";
test("how long", async ({ db, cast }) => {
  const { north, south, east } = cast.organizations;
  const { occurrences, ...rest } = expandSeries({ rule: "FREQ=DAILY;COUNT=731", starts_local: "2027-01-05T10:00:00", excepted: [], added: [] }, { now: "2027-01-01T00:00:00" });
  for (let i=0;i<3;i++) {
  const began = performance.now();
  const [row] = await db.as(cast.editor, "select public.schedule_series($1,$2,$3::jsonb,$4::uuid[],$5::jsonb,$6,$7::jsonb) as made", [north, randomUUID(),
   {title:{en:"Daily",ko:"매일"},kind:"clinic",area:"K",languages:["ko"],starts_local:"2027-01-05T10:00",ends_local:"2027-01-05T12:00",time_zone:"America/Los_Angeles",state:"scheduled",audience:"named"},
   `{${south},${east}}`, {address:"Somewhere 1",audience:"named",recipients:[south]}, i?"notes":"", {rule:"FREQ=DAILY;COUNT=731",occurrences,...rest}]);
  console.log(performance.now()-began, row);
  }
  const n = await db.given("select count(*) c from public.gatherings"); console.log(n);
  expect(occurrences.length).toBe(731);
});
