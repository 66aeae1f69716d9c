import { expect } from "vitest";
import type { Account } from "./support/account";
import { addGathering, test } from "./support/cast";
import { addRole, page, take } from "./support/volunteers";

test("a gathering that moves onto something else its volunteer does still moves, and the volunteer is told", async ({
  db,
  cast,
}) => {
  const { north } = cast.organizations;
  const [here, there] = [await addRole(db, cast), await addRole(db, cast)];
  await db.given(
    "update public.gatherings set starts_local = '2031-06-01 10:00', ends_local = '2031-06-01 11:00' where id = $1",
    [there.gathering],
  );
  await take(db, cast.member, north, here.id);
  await take(db, cast.member, north, there.id);
  await db.as(
    cast.editor,
    "select public.move_gathering($1, $2, private.version_of($1), '2031-05-05T11:00', '2031-05-05T13:00')",
    [there.gathering, north],
  );
  expect((await page(db, cast.member, north, there.gathering))?.places).toMatchObject([{ mine: true, stands: false }]);
  expect(await page(db, cast.member, north, here.gathering)).toMatchObject({ roles: [{ taken: 1 }] });
});

test("whoever moves a gathering about learns nothing of what its volunteers do elsewhere, nor do their colleagues", async ({
  db,
  cast,
}) => {
  const { north, south } = cast.organizations;
  const { gathering, id } = await addRole(db, cast);
  const hidden = await addGathering(db, { title: "hidden", organization: south, coalition: null, audience: "owner" });
  await db.given(
    "update public.gatherings set starts_local = '2031-06-01 10:00', ends_local = '2031-06-01 12:00' where id = $1",
    [hidden],
  );
  const role = await db.given<{ id: string }>(
    `insert into public.volunteer_roles (organization_id, gathering_id, name, needed) values ($1, $2, '{"en": "desk"}', 1) returning id`,
    [south, hidden],
  );
  await db.given("insert into public.memberships values ($1, $2, 'member')", [south, (cast.member as Account).id]);
  await take(db, cast.member, north, id);
  await take(db, cast.neighbor, south, id);
  await take(db, cast.member, south, role.id);
  const seen = [];
  for (const hour of [9, 11, 14]) {
    await db.as(cast.editor, "select public.move_gathering($1, $2, private.version_of($1), $3, $4)", [
      gathering,
      north,
      `2031-06-01T${String(hour).padStart(2, "0")}:30`,
      `2031-06-01T${hour + 1}:00`,
    ]);
    const found = [];
    for (const [person, organization] of [
      ["editor", north],
      ["admin", north],
      ["neighbor", south],
    ] as const) {
      const shown = await page(db, cast[person], organization, gathering);
      found.push(shown?.roles, shown?.places);
    }
    const full = await db.as(
      cast.editor,
      "select public.organization_calendar($1, '2031-05-01', '2031-06-30') -> 'missing' as missing",
      [north],
    );
    seen.push(JSON.stringify([found, full]));
  }
  expect(new Set(seen).size).toBe(1);
  expect((await page(db, cast.member, north, gathering))?.places).toMatchObject([{ mine: true, stands: true }]);
  await db.as(
    cast.editor,
    "select public.move_gathering($1, $2, private.version_of($1), '2031-06-01T11:00', '2031-06-01T13:00')",
    [gathering, north],
  );
  expect((await page(db, cast.member, north, gathering))?.places).toMatchObject([{ mine: true, stands: false }]);
  await expect(db.as(cast.editor, "select during from public.volunteer_places")).rejects.toMatchObject({
    code: "42501",
  });
});
