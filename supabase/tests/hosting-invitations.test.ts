import { describe, expect } from "vitest";
import { addGathering, test } from "./support/cast";
import { absent, answer, cast, db, end, form, gathering, invite, keepOne, makeViewer, page } from "./support/hostings";

test.beforeEach(({ db: ours, cast: everybody }) => keepOne(ours, everybody));

describe("an invitation", () => {
  test("shows card and detail to a co-host at once, whatever their audience, and never the notes", async () => {
    expect(await page("neighbor")).toBeNull();
    await invite();
    expect(await page("neighbor")).toMatchObject({
      detail: { address: "Zinnia Street 1" },
      notes: null,
      writable_by: [],
      version: null,
      hosts: { shown: [], known: [{ state: "invited" }] },
    });
  });

  test("shows a promoter the card alone, until the detail's audience lets it in", async () => {
    await invite({ part: "promoter", mayEdit: true });
    expect(await page("neighbor")).toMatchObject({ detail: null });
    const [row] = await db.catalog<{ may_edit: boolean }>(
      "select may_edit from public.hostings where gathering_id = $1",
      [gathering],
    );
    expect(row?.may_edit).toBe(false);
  });

  test("does not move the version that the owner's open form has seen, and stands in the owner's history", async () => {
    const before = await form("editor", "north");
    await invite();
    await answer(true);
    expect((await form("editor", "north"))?.version).toBe(before?.version);
    const [row] = await db.as<{ history: { changes: { fields: string[]; host: { slug: string } | null }[] } }>(
      cast.editor,
      "select public.gathering_history($1, $2) as history",
      [gathering, cast.organizations.north],
    );
    expect(row?.history.changes.flatMap(({ fields }) => fields)).toContain("hosts");
  });

  test("is for the owner's editors to make: refused by name to its members, as absent to everybody else", async () => {
    await expect(invite({ by: "member" })).rejects.toThrow("not_allowed");
    await expect(invite({ by: "neighbor" })).rejects.toThrow("not_found");
    await expect(invite({ by: "outsider" })).rejects.toThrow("not_found");
    await expect(invite({ by: "signedOut" })).rejects.toThrow("not_found");
    await expect(invite({ by: "visitor" })).rejects.toMatchObject({ code: "42501" });
    await expect(invite({ id: absent })).rejects.toThrow("not_found");
  });

  test("answers alike for an organization outside the coalition and for one that does not exist", async () => {
    const refusals = [];
    for (const host of ["far", absent]) {
      refusals.push(await invite({ host }).catch(({ code, message, detail }) => ({ code, message, detail })));
    }
    expect(refusals[0]).toEqual({
      code: "PT422",
      message: "host_not_in_coalition",
      detail: '{"field": "host_id"}',
    });
    expect(refusals[1]).toEqual(refusals[0]);
  });

  test("cannot be to oneself, twice, or to a draft", async () => {
    await expect(invite({ host: "north" })).rejects.toThrow("host_not_in_coalition");
    await invite();
    await expect(invite()).rejects.toThrow("already_hosting");
    await end("north", "editor");
    await db.given("update public.gatherings set state = 'draft' where id = $1", [gathering]);
    await expect(invite({ host: "east" })).rejects.toThrow("draft_has_no_hosts");
  });

  test("keeps a gathering from becoming a draft again, of which its hosts could still tell", async () => {
    await invite();
    const hide = () =>
      db.as(cast.editor, "update public.gatherings set state = 'draft' where id = $1 returning id", [gathering]);
    await expect(hide()).rejects.toThrow("held_with_others");
    await answer(true);
    await expect(hide()).rejects.toThrow("held_with_others");
    await end("north", "editor");
    expect(await hide()).toHaveLength(1);
  });

  test("counts among those the owner reaches", async () => {
    expect((await page("editor"))?.reached).toEqual({ organizations: 0 });
    await invite();
    await invite({ host: "east", part: "promoter" });
    expect((await page("editor"))?.reached).toEqual({ organizations: 2 });
  });
});

describe("an answer", () => {
  test("is given by the invited organization's editors alone", async () => {
    await expect(answer(true)).rejects.toThrow("not_found");
    await invite();
    await expect(answer(true, "editor", "south")).rejects.toThrow("not_found");
    await expect(answer(true, "editor", "north")).rejects.toThrow("not_found");
    await makeViewer(cast.neighbor as { id: string });
    await expect(answer(true)).rejects.toThrow("not_allowed");
  });

  test("puts the host beside the owner, and the same answer twice is one", async () => {
    await invite();
    await answer(true);
    await answer(true);
    expect((await page("viewer"))?.hosts.shown).toMatchObject([{ organization: { slug: "south" }, part: "co_host" }]);
    await expect(answer(false)).rejects.toThrow("hosting_answered");
  });

  test("that declines hides the gathering again, and the owner may ask anew", async () => {
    await invite();
    await answer(false);
    expect(await page("neighbor")).toBeNull();
    await expect(answer(true)).rejects.toThrow("hosting_answered");
    await expect(end("south", "neighbor")).rejects.toThrow("not_found");
    await invite();
    expect(await page("neighbor")).not.toBeNull();
  });

  test("for one of a series is for all of it that was asked", async () => {
    const { id: series } = await db.given<{ id: string }>(
      `insert into public.gathering_series (organization_id, rule, starts_local, ends_local, time_zone, expanded_until)
       values ($1, 'FREQ=DAILY', '2030-01-05 10:00', '2030-01-05 12:00', 'America/Chicago', '2030-01-05 10:00') returning id`,
      [cast.organizations.north],
    );
    const ids = [gathering];
    for (const title of ["second", "third"]) {
      ids.push(
        await addGathering(db, { title, organization: cast.organizations.north, coalition: null, audience: "owner" }),
      );
    }
    for (const [at, id] of ids.entries()) {
      await db.given(
        "update public.gatherings set series_id = $1, recurrence_local = timestamp '2030-01-05 10:00' + $3 * interval '1 day' where id = $2",
        [series, id, at],
      );
    }
    await db.as(cast.editor, "select public.invite_host($1, $2, $3, 'co_host', true, 'following')", [
      ids[1],
      cast.organizations.north,
      cast.organizations.south,
    ]);
    const states = async () =>
      (
        await db.catalog<{ title: string; state: string }>(
          `select g.title ->> 'en' as title, h.state from public.hostings h join public.gatherings g on g.id = h.gathering_id
           where g.series_id = $1 order by g.recurrence_local`,
          [series],
        )
      ).map(({ title, state }) => `${title} ${state}`);
    expect(await states()).toEqual(["second invited", "third invited"]);
    const [home] = await db.as<{ home: { hostings: { occurrences: number }[] } }>(
      cast.neighbor,
      "select public.organization_home($1) as home",
      [cast.organizations.south],
    );
    expect(home?.home.hostings).toMatchObject([{ occurrences: 2 }]);
    const [mail] = await db.as<{ digest: { waits_for_you: { hostings: number } } }>(
      cast.neighbor,
      "select public.read_digest($1) as digest",
      [cast.organizations.south],
    );
    expect(mail?.digest.waits_for_you.hostings).toBe(1);
    await db.as(cast.neighbor, "select public.answer_hosting($1, $2, true)", [ids[2], cast.organizations.south]);
    expect(await states()).toEqual(["second accepted", "third accepted"]);
    const messages = await db.catalog("select from public.messages where kind = 'hosting'");
    expect(messages).toHaveLength(1);

    await db.as(cast.editor, "select private.copy_hostings($1, $2)", [ids[1], ids[0]]);
    expect(await states()).toContain("kept accepted");
    await expect(db.as(cast.outsider, "select private.copy_hostings($1, $2)", [ids[1], ids[0]])).rejects.toThrow(
      "not_found",
    );
  });
});
