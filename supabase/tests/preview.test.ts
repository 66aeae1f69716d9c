import { expect } from "vitest";
import type { PersonName } from "./access/persons";
import { type Cast, test } from "./support/cast";
import type { TestDatabase } from "./support/database";

const preview = async (db: TestDatabase, cast: Cast, person: PersonName, title: string, viewer: object) => {
  const { id, organization_id } = await db.given<{ id: string; organization_id: string }>(
    "select id, organization_id from public.gatherings where title ->> 'en' = $1",
    [title],
  );
  const [row] = await db.as<{ found: { seen: Record<string, unknown> | null } }>(
    cast[person],
    "select public.preview_gathering($1, $2, $3::jsonb) as found",
    [id, organization_id, viewer],
  );
  return row?.found.seen ?? null;
};

test("an editor sees each gathering as south, as a member of the coalition and as the public would", async ({
  db,
  cast,
}) => {
  const sees = async (title: string) => [
    (await preview(db, cast, "editor", title, { organization: "south" })) !== null,
    (await preview(db, cast, "editor", title, { organization: "east" })) !== null,
    (await preview(db, cast, "editor", title, { coalition: "plan" })) !== null,
    (await preview(db, cast, "editor", title, {})) !== null,
  ];
  expect(await sees("owner")).toEqual([false, false, false, false]);
  expect(await sees("draft")).toEqual([false, false, false, false]);
  expect(await sees("named")).toEqual([true, false, false, false]);
  expect(await sees("to east")).toEqual([false, true, false, false]);
  expect(await sees("coalition")).toEqual([true, true, true, false]);
  expect(await sees("everyone")).toEqual([true, true, true, true]);
});

test("other eyes see neither notes nor numbers nor a right to write", async ({ db, cast }) => {
  expect(await preview(db, cast, "editor", "coalition", { organization: "south" })).toMatchObject({
    notes: null,
    reached: null,
    writable_by: [],
    recipients: [],
  });
});

test("only those who may write a gathering look at it through other eyes, and only through fellows'", async ({
  db,
  cast,
}) => {
  const refused = expect.objectContaining({ code: "PT404", message: "not_found" });
  for (const person of ["viewer", "member", "neighbor", "outsider", "both", "removed", "signedOut"] as const) {
    await expect(preview(db, cast, person, "coalition", { organization: "south" })).rejects.toEqual(refused);
  }
  for (const viewer of [
    { organization: "far" },
    { organization: "north" },
    { coalition: "open" },
    { coalition: "nowhere" },
  ]) {
    await expect(preview(db, cast, "editor", "coalition", viewer)).rejects.toEqual(refused);
  }
});

test("after a preview, one looks through one's own eyes again", async ({ db, cast }) => {
  const [row] = await db.as<{ mine: string[] }>(
    cast.editor,
    `with looked as (
       select public.preview_gathering(g.id, g.organization_id, '{"organization": "south"}') from public.gatherings g
       where g.title ->> 'en' = 'coalition'
     )
     select array(select p.permission from private.my_permissions() p order by 1) as mine from looked`,
  );
  expect(row?.mine).toContain("gatherings.write");
});
