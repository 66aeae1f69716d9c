import { expect } from "vitest";
import { test } from "../../supabase/tests/support/database";
import { prepareInstallation } from "../prepare-installation";

test("an empty installation is ready with a link, and a new start gives a new one", async ({ copy }) => {
  const installation = async () => (await copy`select public.installation() as it`)[0]?.it;
  const { firstLink, accounts } = await prepareInstallation(copy, "secret", undefined);
  expect(firstLink).toMatch(/^[\w-]{43}$/);
  expect(accounts).toBeUndefined();
  expect(await installation()).toMatchObject({ ready: true });
  expect((await prepareInstallation(copy, "secret", undefined)).firstLink).not.toBe(firstLink);
});

test("the demonstration is loaded once, with its accounts, and never a link", async ({ copy }) => {
  const counts = async () =>
    (
      await copy`select (select count(*)::int from public.gatherings) as gatherings, (select count(*)::int from auth.users) as accounts`
    )[0];
  const first = await prepareInstallation(copy, "secret", "hamkke-demo");
  expect(first.firstLink).toBeUndefined();
  expect(first.accounts).toContain("editor@krcla.example");
  const loaded = await counts();
  expect(await prepareInstallation(copy, "secret", "hamkke-demo")).toEqual(first);
  expect(await counts()).toEqual(loaded);
});

test("the web may know whether mail leaves, and how", async ({ copy }) => {
  const mail = async () => (await copy`select value from private.settings where name = 'mail'`)[0]?.value;
  await prepareInstallation(copy, "secret", undefined, "smtp");
  expect(await mail()).toBe("smtp");
  await prepareInstallation(copy, "secret", undefined, "none");
  expect(await mail()).toBe("none");
});

test("nothing is prepared in a database that holds other policies than this version's", async ({ copy }) => {
  const ready = async () => (await copy`select value from private.settings where name = 'ready_at'`)[0]?.value;
  await prepareInstallation(copy, "secret", undefined);
  const before = await ready();
  await copy.unsafe(`comment on schema private is 'Sealed as ${"0".repeat(64)}.'`);
  await expect(prepareInstallation(copy, "secret", undefined)).rejects.toThrow("the seal among them");
  expect(await ready()).toBe(before);
});
