import { expect } from "vitest";
import { test } from "../../supabase/tests/support/database";
import { openFirstLink } from "../first-link";

test("a first link works, and a later one takes its place", async ({ copy }) => {
  const isOpen = async (token: string) => (await copy`select public.first_link_is_open(${token}) as open`)[0]?.open;
  const first = await openFirstLink(copy);
  expect(Buffer.from(first, "base64url")).toHaveLength(32);
  expect(await isOpen(first)).toBe(true);

  const second = await openFirstLink(copy);
  expect([await isOpen(first), await isOpen(second)]).toEqual([false, true]);
  const links = await copy`select expires_at between now() + interval '6 days' and now() + interval '7 days' as week
    from private.first_links`;
  expect(links).toEqual([{ week: true }]);
});

test("the link itself is stored nowhere", async ({ copy }) => {
  const token = await openFirstLink(copy);
  const [link] = await copy`select l::text as row from private.first_links l`;
  expect(link?.row).not.toContain(token);
  expect(link?.row).not.toContain(Buffer.from(token).toString("hex"));
});
