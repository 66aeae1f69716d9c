import { expect } from "vitest";
import { test } from "./support/cast";
import { choirStarts, ofNorth } from "./support/imported-choir";
import { choir, importer } from "./support/imports";

test.for(["viewer", "member", "neighbor", "outsider", "stranger", "removed", "signedOut", "both"] as const)(
  "the %s asks no wall times, forgets no address and takes no series as north",
  async (name, { db, cast }) => {
    const { id } = await db.given<{ id: string }>(
      "select id from public.import_sources where name = 'calendar of north'",
    );
    const kind = ["viewer", "member", "both"].includes(name) ? "not_allowed" : "not_found";
    const { north } = cast.organizations;
    const ask = (call: string, values: unknown[]) => db.as(cast[name], `select public.${call}`, values);
    await expect(ask("wall_times($1, null, '[]')", [north])).rejects.toMatchObject({ message: kind });
    await expect(ask("forget_calendar($1, $2)", [north, id])).rejects.toMatchObject({ message: kind });
    const draft = await ofNorth(db, cast).read([choir]);
    await expect(importer(db, cast[name], north).take(draft, [1])).rejects.toMatchObject({ message: kind });
    expect(await choirStarts(db)).toEqual([]);
  },
);

test("an address is forgotten with what was read from it and waits; what was imported stays, and that of others too", async ({
  db,
  cast,
}) => {
  const calendar = ofNorth(db, cast);
  const source = {
    kind: "address",
    name: "calendar of north",
    url: "https://calendar.example/secret.ics",
    charset: "utf-8",
  };
  await calendar.take(await calendar.read([choir], source), [1]);
  const waiting = await calendar.read([choir], source);
  const { id } = await db.given<{ id: string }>(
    "select id from public.import_sources where name = 'calendar of north'",
  );
  await db.as(cast.editor, "select public.forget_calendar($1, $2)", [cast.organizations.north, id]);
  await expect(calendar.preview(waiting)).rejects.toMatchObject({ message: "import_over" });
  expect(await choirStarts(db)).toHaveLength(4);
  expect(await db.catalog("select name from public.import_sources")).toEqual([{ name: "calendar of far" }]);
  await expect(
    db.as(cast.editor, "select public.forget_calendar($1, $2)", [cast.organizations.north, id]),
  ).rejects.toMatchObject({ message: "not_found" });
});
