import { describe, expect } from "vitest";
import { test } from "./support/cast";
import { makeAll, serviceNamed, truthOf, verify, versionOf } from "./support/truth-steps";

describe("whoever makes sure", () => {
  test("is an editor of the owner, or a member of a fellow organization that sees it", async ({ db, cast }) => {
    const { north, south } = cast.organizations;
    const service = await serviceNamed(db, "named");
    await verify(db, cast.editor, service, north, "owner");
    await verify(db, cast.neighbor, service, south);
    const truth = await truthOf(db, cast.viewer, service);
    const made = truth?.verifications.map(({ method, organization }) => `${organization?.slug} ${method}`);
    expect(made).toEqual(expect.arrayContaining(["south phone", "north owner"]));
    expect(truth?.state).toBe("confirmed");
  });

  test("is nobody who sees it not, or speaks for another, and each hears the same", async ({ db, cast }) => {
    const { north, south, east, far } = cast.organizations;
    const hidden = await serviceNamed(db, "owner");
    const named = await serviceNamed(db, "named");
    const open = await serviceNamed(db, "everyone");
    for (const [person, service, organization] of [
      [cast.neighbor, hidden, south],
      [cast.outsider, named, far],
      [cast.stranger, open, south],
      [cast.neighbor, open, east],
      [cast.neighbor, open, north],
      [cast.removed, open, north],
      // Who reads it as one of north's cannot make sure of it for far, which is in no coalition with north.
      [cast.both, open, far],
    ] as const) {
      await expect(verify(db, person, service, organization)).rejects.toThrow("not_found");
    }
    await expect(verify(db, "visitor", open, south)).rejects.toThrow("permission denied");
  });

  test("is not whoever may only read, nor says as the owner what another saw", async ({ db, cast }) => {
    const service = await serviceNamed(db, "everyone");
    await expect(verify(db, cast.member, service, cast.organizations.north, "owner")).rejects.toThrow("not_allowed");
    await expect(verify(db, cast.neighbor, service, cast.organizations.south, "owner")).rejects.toThrow("choose_one");
    await expect(verify(db, cast.editor, service, cast.organizations.north, "guess")).rejects.toThrow("choose_one");
    await makeAll(db, cast.organizations.south, "viewer");
    await expect(verify(db, cast.neighbor, service, cast.organizations.south)).rejects.toThrow("not_allowed");
  });
});

test("the shortest of the kinds decides for how long it is believed, and another kind counts anew", async ({
  db,
  cast,
}) => {
  const service = await serviceNamed(db, "everyone");
  const { north } = cast.organizations;
  const believed = async () =>
    (
      await db.given<{ days: number }>(
        "select verify_by - (verified_at at time zone time_zone)::date as days from public.services where id = $1",
        [service],
      )
    ).days;
  await db.given(
    `insert into public.taxonomy_terms (id, parent_id, name, position)
     select v.id, nullif(regexp_replace(v.id, '/?[^/]+$', ''), ''), '{"ko": "말", "en": "word"}', 9000 + v.place
     from unnest(array['legal', 'food', 'emergency', 'emergency/hotline', 'goods']) with ordinality as v(id, place)
     on conflict do nothing`,
  );
  for (const [terms, days] of [
    ["{}", 365],
    ["{goods}", 365],
    ["{food}", 180],
    ["{food,legal}", 90],
    ["{legal,emergency/hotline}", 30],
  ] as const) {
    await db.given("update public.services set terms = $2 where id = $1", [service, terms]);
    await verify(db, cast.editor, service, north);
    expect(await believed()).toBe(days);
  }
  await db.given("update public.services set terms = '{food}' where id = $1", [service]);
  expect(await believed()).toBe(180);
});

test("what nobody made sure of is stale, and so is what is past its day; two weeks before, it is due", async ({
  db,
}) => {
  const service = await serviceNamed(db, "everyone");
  for (const [day, state] of [
    ["null", "stale"],
    ["(now() at time zone 'America/Chicago')::date - 1", "stale"],
    ["(now() at time zone 'America/Chicago')::date", "due"],
    ["(now() at time zone 'America/Chicago')::date + 13", "due"],
    ["(now() at time zone 'America/Chicago')::date + 14", "confirmed"],
  ] as const) {
    await db.given(`update public.services set verify_by = ${day} where id = $1`, [service]);
    expect((await truthOf(db, "visitor", service))?.state).toBe(state);
  }
});

test("a visitor is told when and how, and not by whom; of what is hidden, nothing", async ({ db, cast }) => {
  const service = await serviceNamed(db, "everyone");
  await verify(db, cast.neighbor, service, cast.organizations.south);
  const truth = await truthOf(db, "visitor", service);
  expect(truth?.verifications[0]).toMatchObject({ method: "phone", organization: null });
  expect(truth?.members).toBeNull();
  for (const name of ["owner", "named", "coalition", "draft", "theirs"]) {
    expect(await truthOf(db, "visitor", await serviceNamed(db, name))).toBeNull();
  }
});

test("somebody makes sure while an editor edits: neither stops the other", async ({ db, cast }) => {
  const service = await serviceNamed(db, "everyone");
  const seen = await versionOf(db, service);
  await verify(db, cast.neighbor, service, cast.organizations.south);
  await db.as(cast.editor, 'select public.revise_service($1, $2, $3, \'{"cost": "free"}\')', [
    service,
    cast.organizations.north,
    seen,
  ]);
  expect((await truthOf(db, cast.editor, service))?.state).toBe("confirmed");
});
