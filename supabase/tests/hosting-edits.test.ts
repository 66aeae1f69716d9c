import { describe, expect } from "vitest";
import { test } from "./support/cast";
import { answer, cast, db, end, form, gathering, invite, keepOne, makeViewer, page, revise } from "./support/hostings";

describe("a co-host that may edit", () => {
  test.beforeEach(async ({ db: ours, cast: everybody }) => {
    await keepOne(ours, everybody);
    await invite({ mayEdit: true });
    await answer(true);
  });

  test("changes what card and detail say, as itself, over the version that it sees", async () => {
    const seen = await form("neighbor", "south");
    expect(seen).toMatchObject({ notes: null, recipients: [] });
    expect((await page("neighbor"))?.writable_by).toEqual(["south"]);
    await revise(seen?.version ?? 0, {}, { address: "Zinnia Street 2" });
    expect(await page("editor")).toMatchObject({
      title: { en: "Renamed by south" },
      audience: "owner",
      detail: { address: "Zinnia Street 2", audience: "owner" },
      notes: "Zinnia key",
    });
  });

  test.for([
    [{ audience: "everyone" }, null],
    [{ state: "draft" }, null],
    [{ coalition_id: null }, null],
    [{ indexable: true }, null],
    [{ anything_new: true }, null],
    [{}, { audience: "everyone" }],
    [{}, { address: "", publish: "true" }],
  ] as const)("cannot decide what is the owner's: %j", async ([more, detail]) => {
    const seen = await form("neighbor", "south");
    await expect(revise(seen?.version ?? 0, more, detail)).rejects.toThrow("only_the_owner_decides");
  });

  test.for([
    "update public.gatherings set audience = 'everyone' where id = $1",
    "update public.gatherings set state = 'cancelled', cancellation_reason = 'No' where id = $1",
    "update public.gatherings set state = 'draft' where id = $1",
    "update public.gatherings set indexable = true where id = $1",
    "update public.gatherings set tells_taken = true where id = $1",
    "update public.gathering_details set audience = 'everyone' where gathering_id = $1",
  ])("nor past the form: %s", async (statement) => {
    await expect(db.as(cast.neighbor, statement, [gathering])).rejects.toThrow("only_the_owner_decides");
  });

  test("reaches neither notes nor shares, and neither cancels, previews, keeps, nor reads the history", async () => {
    const [ours, theirs] = [cast.organizations.north, cast.organizations.south];
    const reached = await db.as(cast.neighbor, "select from public.gathering_notes where gathering_id = $1", [
      gathering,
    ]);
    expect(reached).toEqual([]);
    for (const owner of [ours, theirs]) {
      for (const call of [
        "public.cancel_gathering($1, $2, 1, 'No')",
        "public.restore_gathering($1, $2, 1)",
        "public.revise_gathering($1, $2, 1, '{}', '{}')",
        "public.preview_gathering($1, $2, '{}')",
        "public.keep_template($1, $2, 'Mine')",
        "public.invite_host($1, $2, $2, 'co_host')",
      ]) {
        await expect(db.as(cast.neighbor, `select ${call}`, [gathering, owner]), call).rejects.toThrow(
          /not_found|host_not_in_coalition/,
        );
      }
      const [history] = await db.as<{ found: unknown }>(
        cast.neighbor,
        "select public.gathering_history($1, $2) as found",
        [gathering, owner],
      );
      expect(history?.found).toBeNull();
    }
    await expect(
      db.as(
        cast.neighbor,
        "insert into public.shares (organization_id, gathering_id, recipient_id) values ($1, $2, $3)",
        [ours, gathering, cast.organizations.east],
      ),
    ).rejects.toMatchObject({ code: expect.stringMatching(/42501|PT404/) });
  });

  test("moves one of a series, and says what one of them says, for that one alone", async () => {
    await db.given(
      `with series as (
         insert into public.gathering_series (organization_id, rule, starts_local, ends_local, time_zone, expanded_until)
         select organization_id, 'FREQ=WEEKLY', starts_local, ends_local, time_zone, starts_local
         from public.gatherings where id = $1 returning id, starts_local
       )
       update public.gatherings g set series_id = s.id, recurrence_local = s.starts_local from series s where g.id = $1`,
      [gathering],
    );
    const isApart = async () =>
      (
        await db.given<{ apart: boolean }>("select singled_out as apart from public.gatherings where id = $1", [
          gathering,
        ])
      ).apart;
    const seen = await form("neighbor", "south");
    await db.as(cast.neighbor, "select public.move_gathering($1, $2, $3, '2031-05-05T11:00', '2031-05-05T13:00')", [
      gathering,
      cast.organizations.south,
      seen?.version,
    ]);
    expect(await isApart()).toBe(true);
    await db.given("update public.gatherings set singled_out = false where id = $1", [gathering]);
    await revise((await form("neighbor", "south"))?.version ?? 0);
    expect(await isApart()).toBe(true);
  });

  test("changes no public address: publishing is the owner's decision", async () => {
    await db.given("update public.gatherings set audience = 'everyone' where id = $1", [gathering]);
    await db.given("update public.gathering_details set audience = 'everyone' where gathering_id = $1", [gathering]);
    const seen = await form("neighbor", "south");
    await expect(revise(seen?.version ?? 0, {}, { address: "Elsewhere" })).rejects.toThrow("only_the_owner_decides");
    await revise(seen?.version ?? 0, {}, { address: "Zinnia Street 1", accessibility: ["step_free"] });
  });

  test("learns nothing when the owner changes its notes or whom it names", async () => {
    const before = await Promise.all([page("neighbor"), form("neighbor", "south")]);
    await db.as(cast.editor, "update public.gathering_notes set body = 'Another key' where gathering_id = $1", [
      gathering,
    ]);
    await db.as(
      cast.editor,
      "insert into public.shares (organization_id, gathering_id, recipient_id) values ($1, $2, $3)",
      [cast.organizations.north, gathering, cast.organizations.east],
    );
    expect(await Promise.all([page("neighbor"), form("neighbor", "south")])).toEqual(before);
    await revise(before[1]?.version ?? 0);
  });

  test.for([
    ["its owner", "north", "editor"],
    ["itself", "south", "neighbor"],
  ] as const)("loses every right with the next request once %s ends it", async ([, as, by]) => {
    const seen = await form("neighbor", "south");
    await end(as, by);
    expect(await page("neighbor")).toBeNull();
    expect(await form("neighbor", "south")).toBeNull();
    await expect(revise(seen?.version ?? 0)).rejects.toThrow("not_found");
    const changed = await db.as(
      cast.neighbor,
      "update public.gatherings set area = 'Mine' where id = $1 returning id",
      [gathering],
    );
    expect(changed).toEqual([]);
  });

  test("loses it when its owner takes the right back, and goes on seeing", async () => {
    const seen = await form("neighbor", "south");
    await db.as(cast.editor, "select public.change_hosting($1, $2, $3, false)", [
      gathering,
      cast.organizations.north,
      cast.organizations.south,
    ]);
    await expect(revise(seen?.version ?? 0)).rejects.toThrow("not_found");
    expect(await page("neighbor")).toMatchObject({ writable_by: [], detail: { address: "Zinnia Street 1" } });
  });

  test("is a host no longer when it leaves the coalition, or its owner does", async () => {
    await db.given("delete from public.standings where organization_id = $1", [cast.organizations.south]);
    expect(await page("neighbor")).toBeNull();
    expect(await db.catalog("select from public.hostings where gathering_id = $1", [gathering])).toEqual([]);
  });

  test("is no editor of it where its person only reads", async () => {
    await makeViewer(cast.neighbor as { id: string });
    expect(await page("neighbor")).toMatchObject({ writable_by: [], detail: { address: "Zinnia Street 1" } });
    expect(await form("neighbor", "south")).toBeNull();
    await expect(revise(1)).rejects.toThrow("not_allowed");
  });
});
