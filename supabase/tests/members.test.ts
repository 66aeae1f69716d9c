import { expect } from "vitest";
import type { PersonName } from "./access/persons";
import { test } from "./support/cast";

test("the last admin can neither be removed nor demoted; with another one, they can", async ({ db, cast }) => {
  const { south } = cast.organizations;
  const { id } = cast.neighbor as { id: string };
  for (const sql of [
    "update public.memberships set role = 'viewer' where person_id = $1 and organization_id = $2",
    "delete from public.memberships where person_id = $1 and organization_id = $2",
  ]) {
    await expect(db.as(cast.neighbor, sql, [id, south])).rejects.toMatchObject({
      code: "PT409",
      message: "last_admin",
    });
  }
  await db.given("insert into public.memberships values ($1, $2, 'admin')", [
    south,
    (cast.stranger as { id: string }).id,
  ]);
  await db.as(cast.neighbor, "delete from public.memberships where person_id = $1", [id]);
  await db.given("delete from public.organizations where id = $1", [south]);
});

test("a person changes their own name, tidied, and nobody else's", async ({ db, cast }) => {
  const { id } = cast.viewer as { id: string };
  const rename = "update public.people set display_name = $1 where id = $2 returning display_name";
  expect(await db.as(cast.viewer, rename, ["  \u1100\u1161\u11ab ", id])).toEqual([{ display_name: "\uac04" }]);
  expect(await db.as(cast.admin, rename, ["Somebody", id])).toEqual([]);
  await expect(db.as(cast.viewer, rename, ["\u3164", id])).rejects.toMatchObject({
    code: "PT422",
    message: "required",
  });
  const zone = "update public.people set time_zone = 'XYZ+5' where id = $1";
  await expect(db.as(cast.viewer, zone, [id])).rejects.toMatchObject({ code: "PT422", message: "unknown_time_zone" });
});

test("only the lead's admins may write the coalition, and nobody of an ended session may anything", async ({
  db,
  cast,
}) => {
  const permissions = async (person: PersonName) => {
    const [row] = await db.as<{ me: { organizations: { slug: string; permissions: string[] }[] } | null }>(
      cast[person],
      "select public.me() as me",
    );
    return row?.me?.organizations.map((organization) => [organization.slug, organization.permissions.length]);
  };
  expect(await permissions("admin")).toEqual([["north", 12]]);
  expect(await permissions("neighbor")).toEqual([["south", 11]]);
  expect(await permissions("editor")).toEqual([["north", 9]]);
  expect(await permissions("both")).toEqual([
    ["far", 9],
    ["north", 3],
  ]);
  expect(await permissions("removed")).toEqual([]);
  expect(await permissions("signedOut")).toBeUndefined();
});
