import { describe, expect } from "vitest";
import { persons } from "./access/persons";
import { addGathering, type Cast, test } from "./support/cast";
import type { TestDatabase } from "./support/database";

type Named = "north" | "south" | "east" | "far";
const absent = "00000000-0000-4000-8000-000000000000";

let db: TestDatabase;
let cast: Cast;
let gathering: string;

/** A gathering of north's alone, with an address and notes; south is its neighbor in the coalition. */
test.beforeEach(async ({ db: ours, cast: everybody }) => {
  [db, cast] = [ours, everybody];
  gathering = await addGathering(db, {
    title: "kept",
    organization: cast.organizations.north,
    coalition: null,
    audience: "owner",
  });
  await db.given(
    "insert into public.gathering_details (organization_id, gathering_id, address) values ($1, $2, 'Zinnia Street 1')",
    [cast.organizations.north, gathering],
  );
  await db.given(
    "insert into public.gathering_notes (organization_id, gathering_id, body) values ($1, $2, 'Zinnia key')",
    [cast.organizations.north, gathering],
  );
});

type Invitation = { host?: Named | string; part?: string; mayEdit?: boolean; by?: keyof Cast; id?: string };

function invite({ host = "south", part = "co_host", mayEdit = false, by = "editor", id = gathering }: Invitation = {}) {
  const hostId = cast.organizations[host as Named] ?? host;
  return db.as(cast[by] as Cast["editor"], "select public.invite_host($1, $2, $3, $4::public.host_part, $5)", [
    id,
    cast.organizations.north,
    hostId,
    part,
    mayEdit,
  ]);
}

const answer = (accept: boolean, by: keyof Cast = "neighbor", host: Named = "south") =>
  db.as(cast[by] as Cast["editor"], "select public.answer_hosting($1, $2, $3)", [
    gathering,
    cast.organizations[host],
    accept,
  ]);
const end = (as: Named, by: keyof Cast, host: Named = "south") =>
  db.as(cast[by] as Cast["editor"], "select public.end_hosting($1, $2, $3)", [
    gathering,
    cast.organizations[as],
    cast.organizations[host],
  ]);

async function page(by: keyof Cast) {
  const [row] = await db.as<{ page: Record<string, never> | null }>(
    cast[by] as Cast["editor"],
    "select public.read_gathering($1) as page",
    [gathering],
  );
  return row?.page as unknown as
    | undefined
    | null
    | {
        detail: { address: string } | null;
        notes: string | null;
        writable_by: string[];
        version: number | null;
        reached: { organizations: number } | null;
        hosts: { shown: { organization: { slug: string }; part: string }[]; known: { state: string }[] };
      };
}

async function form(by: keyof Cast, as: Named) {
  const [row] = await db.as<{ form: { version: number; notes: string | null; recipients: string[] } | null }>(
    cast[by] as Cast["editor"],
    "select public.edit_shared_gathering($1, $2) as form",
    [gathering, cast.organizations[as]],
  );
  return row?.form ?? null;
}

/** Somebody else is south's admin from now on. */
async function makeViewer({ id }: { id: string }) {
  await db.given("insert into public.memberships values ($1, $2, 'admin')", [
    cast.organizations.south,
    (cast.stranger as { id: string }).id,
  ]);
  await db.given("update public.memberships set role = 'viewer' where person_id = $1", [id]);
}

const card = {
  title: { en: "Renamed by south" },
  kind: "meeting",
  starts_local: "2030-01-05T10:00",
  ends_local: "2030-01-05T12:00",
  time_zone: "America/Chicago",
};
const revise = (
  version: number,
  more: object = {},
  detail: object | null = null,
  { by = "neighbor", as = "south" }: { by?: keyof Cast; as?: Named } = {},
) =>
  db.as(cast[by] as Cast["editor"], "select public.revise_hosted_gathering($1, $2, $3, $4::jsonb, $5::jsonb)", [
    gathering,
    cast.organizations[as],
    version,
    { ...card, ...more },
    detail,
  ]);

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
    await db.given("update public.gatherings set state = 'draft' where id = $1", [gathering]);
    expect(await page("neighbor")).toBeNull();
    await expect(invite({ host: "east" })).rejects.toThrow("draft_has_no_hosts");
    await expect(answer(true)).rejects.toThrow("not_found");
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

describe("a co-host that may edit", () => {
  test.beforeEach(async ({ db: ours, cast: everybody }) => {
    [db, cast] = [ours, everybody];
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
