import { expect } from "vitest";
import { test } from "./support/cast";

const note = "select private.note_disagreement($1, $2, 'phones', '[]', '[{\"number\": \"+12135550177\"}]', 'A list')";

test("an editor of the owner notes what a source says, once per source, the newest", async ({ db, cast }) => {
  const { north } = cast.organizations;
  const { id } = await db.given<{ id: string }>("select id from public.services where name ->> 'en' = 'coalition'");
  await db.as(cast.editor, note, [north, id]);
  await db.as(cast.editor, note, [north, id]);
  const kept = "select theirs -> 0 ->> 'number' as number from public.service_disagreements where service_id = $1";
  expect(await db.catalog(kept, [id])).toEqual([{ number: "+12135550177" }]);
});

test("what both say the same is no disagreement any more", async ({ db, cast }) => {
  const { id } = await db.given<{ id: string }>("select id from public.services where name ->> 'en' = 'coalition'");
  await db.as(cast.editor, "select private.note_disagreement($1, $2, 'phones', '[]', '[]', 'A list')", [
    cast.organizations.north,
    id,
  ]);
  expect(await db.catalog("select from public.service_disagreements where service_id = $1", [id])).toEqual([]);
});

test("nobody else notes anything, whether they see the service or not", async ({ db, cast }) => {
  const { north, south, far } = cast.organizations;
  const { id } = await db.given<{ id: string }>("select id from public.services where name ->> 'en' = 'coalition'");
  for (const [person, organization] of [
    [cast.member, north],
    [cast.neighbor, north],
    [cast.neighbor, south],
    [cast.outsider, far],
    [cast.both, far],
  ] as const) {
    await db.as(person, note, [organization, id]);
  }
  const kept = "select theirs -> 0 ->> 'number' as number from public.service_disagreements where service_id = $1";
  expect(await db.catalog(kept, [id])).toEqual([{ number: "+12135550199" }]);
  await expect(db.as("visitor", note, [north, id])).rejects.toThrow("permission denied");
});

test("of a place that the coalition does not see, it learns of no disagreement either", async ({ db, cast }) => {
  await db.given("update public.service_disagreements set field = 'place'");
  const seen =
    "select s.name ->> 'en' as name from public.service_disagreements d join public.services s on s.id = d.service_id order by 1";
  expect(await db.as(cast.neighbor, seen)).toEqual(["coalition", "everyone", "named"].map((name) => ({ name })));
  await db.given("update public.service_at_locations set audience = 'owner', coalition_id = null");
  expect(await db.as(cast.neighbor, seen)).toEqual([]);
  expect(await db.as(cast.viewer, seen)).toHaveLength(6);
});
