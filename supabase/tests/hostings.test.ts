import { expect } from "vitest";
import { persons } from "./access/persons";
import { test } from "./support/cast";
import { answer, cast, db, end, gathering, invite, keepOne, page } from "./support/hostings";

test.beforeEach(({ db: ours, cast: everybody }) => keepOne(ours, everybody));

test("only the owner ends what it began, and only the host what it holds", async () => {
  await invite();
  await expect(end("east", "neighbor")).rejects.toThrow("not_found");
  await expect(end("north", "member")).rejects.toThrow("not_allowed");
  await expect(end("north", "outsider")).rejects.toThrow("not_found");
  await end("north", "editor");
  await expect(end("north", "editor")).rejects.toThrow("not_found");
});

test("an owner sees through its host's eyes what the host sees, byte for byte", async () => {
  await invite({ mayEdit: true });
  const seen = async () => {
    const [row] = await db.as<{ seen: { seen: { writable_by: unknown } } }>(
      cast.editor,
      `select public.preview_gathering($1, $2, '{"organization": "south"}') as seen`,
      [gathering, cast.organizations.north],
    );
    return row?.seen.seen;
  };
  expect(JSON.stringify(await seen())).toBe(JSON.stringify(await page("neighbor")));
  await answer(true);
  // What a reader may do is not seen through their eyes.
  expect(await seen()).toEqual({ ...(await page("neighbor")), writable_by: [] });
});

test("who sees a card by the policies sees its hosts, and nobody else", async () => {
  await invite();
  await answer(true);
  const all = await db.catalog<{ id: string }>("select id from public.gatherings");
  for (const person of persons) {
    const shown = await db.as<{ id: string }>(cast[person], "select id from public.gatherings");
    for (const { id } of all) {
      const [row] = await db.as<{ sees: boolean }>(cast[person], "select private.sees_card($1) as sees", [id]);
      expect(row?.sees, `${person} ${id}`).toBe(shown.some((one) => one.id === id));
    }
  }
});

test("whoever holds what everyone sees is known to everyone; of a coalition's, to the coalition", async () => {
  await invite();
  await answer(true);
  const named = async () => (await page("visitor"))?.hosts.shown.map(({ organization }) => organization.slug);
  expect(await named()).toBeUndefined();
  await db.given("update public.gatherings set audience = 'everyone' where id = $1", [gathering]);
  expect(await named()).toEqual(["south"]);
  await end("south", "neighbor");
  expect(await named()).toEqual([]);
});
