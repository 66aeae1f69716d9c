import { createHash } from "node:crypto";
import { beforeEach, describe, expect } from "vitest";
import { type Cast, test } from "./support/cast";
import type { Person, TestDatabase } from "./support/database";

const SECRET = "a secret that web processes share";

type Try = { network?: string; account?: string; kind?: string; by?: Person; secret?: string };

const count = async (db: TestDatabase, { network = "192.0.2.1", account = "editor@north.example", ...t }: Try = {}) => {
  const [row] = await db.as<{ until: Date | null }>(
    t.by ?? "visitor",
    "select public.count_try($1, $2, $3, $4) as until",
    [t.secret ?? SECRET, t.kind ?? "sign_in", network, account],
  );
  return row?.until ?? null;
};

const times = async (tries: number, attempt: () => Promise<Date | null>) => {
  const answers: (Date | null)[] = [];
  for (let at = 0; at < tries; at++) answers.push(await attempt());
  return answers;
};

beforeEach<{ db: TestDatabase; cast: Cast }>(async ({ db }) => {
  await db.given("insert into private.settings values ('server_secret', to_jsonb($1::text))", [
    createHash("sha256").update(SECRET).digest("hex"),
  ]);
});

test("the eleventh try of an account from one network is held back, and told until when", async ({ db }) => {
  expect(await times(10, () => count(db))).toEqual(Array(10).fill(null));
  const until = await count(db);
  const { now } = await db.given<{ now: Date }>("select now()");
  expect((until as Date).getTime() - now.getTime()).toBeCloseTo(90_000, -3);
});

test("who is held back in one place gets in from another, so that nobody locks out somebody else", async ({ db }) => {
  await times(11, () => count(db));
  expect(await count(db, { network: "198.51.100.7" })).toBeNull();
  expect(await count(db, { account: "admin@north.example" })).toBeNull();
});

test("an address without an account is counted like any other, in capitals or not", async ({ db }) => {
  await times(10, () => count(db, { account: "nobody@far.example" }));
  expect(await count(db, { account: " Nobody@Far.example " })).toBeInstanceOf(Date);
});

test("a whole network that tries account after account is held back", async ({ db }) => {
  const tries = await Promise.all(
    Array.from({ length: 100 }, (_, at) => count(db, { account: `guess${at}@north.example` })),
  );
  expect(tries.every((until) => until === null)).toBe(true);
  expect(await count(db, { account: "one-more@north.example" })).toBeInstanceOf(Date);
});

test("who is held back uses up their own network's tries alone", async ({ db }) => {
  await db.given("update private.limits set tries = 12 where kind = 'sign_in' and scope = 'account'");
  await times(40, () => count(db));
  const counters = async () =>
    (
      await db.catalog("select encode(bucket, 'hex') as bucket, full_until::text from private.counters order by bucket")
    ).map((row) => JSON.stringify(row));
  const before = await counters();
  await times(5, () => count(db));
  const after = await counters();
  expect(after).toHaveLength(before.length);
  expect(after.filter((counter) => !before.includes(counter))).toHaveLength(1);
  expect(await count(db, { network: "198.51.100.7" })).toBeNull();
});

test("a try comes back with time", async ({ db }) => {
  await times(11, () => count(db));
  await db.given("update private.counters set full_until = full_until - interval '90 seconds'");
  expect(await count(db)).toBeNull();
  expect(await count(db)).toBeInstanceOf(Date);
});

test("whoever signs in has the account's tries back; of the network's only the one", async ({ db }) => {
  await db.given("update private.limits set tries = 3 where scope = 'both'");
  await db.given("update private.limits set tries = 6 where scope = 'network'");
  const forgive = "select public.forgive_tries($1, 'sign_in', '192.0.2.1', 'editor@north.example')";
  await times(3, () => count(db));
  await db.as("visitor", forgive, [SECRET]);
  expect(await times(3, () => count(db))).toEqual([null, null, null]);
  // Five of six are counted: an account of one's own buys no more tries at others.
  expect(await count(db, { account: "one@north.example" })).toBeNull();
  expect(await count(db, { account: "two@north.example" })).toBeInstanceOf(Date);
});

describe("without the web processes' secret", () => {
  for (const by of ["visitor", "admin"] as const) {
    test(`the ${by} counts nobody's tries, and forgives none`, async ({ db, cast }) => {
      const refused = { code: "PT403", message: "not_allowed" };
      await expect(count(db, { by: cast[by], secret: "guessed" })).rejects.toMatchObject(refused);
      const forgive = "select public.forgive_tries('guessed', 'sign_in', '192.0.2.1', 'editor@north.example')";
      await expect(db.as(cast[by], forgive)).rejects.toMatchObject(refused);
      const queue = "select public.queue_mailed_link('guessed', 'sign_in_link', 'editor@north.example')";
      await expect(db.as(cast[by], queue)).rejects.toMatchObject(refused);
    });
  }

  test("nothing is open either where the installation has none", async ({ db }) => {
    await db.given("delete from private.settings where name = 'server_secret'");
    await expect(count(db)).rejects.toMatchObject({ message: "not_allowed" });
  });
});

test("what is kept of a try names neither network nor account", async ({ db }) => {
  await count(db);
  const kept = JSON.stringify(await db.catalog("select c::text, encode(bucket, 'escape') from private.counters c"));
  expect(kept).not.toMatch(/192\.0\.2\.1|editor@north/);
  const { known } = await db.given(
    "select sha256('192.0.2.1') = any (array(select bucket from private.counters)) as known",
  );
  expect(known).toBe(false);
});

test("the secret opens no row: it is no one's identity", async ({ db }) => {
  const { leak } = await db.given<{ leak: string }>(
    "select string_agg(p.proname, ', ' order by p.proname) as leak from pg_proc p where p.prosrc ~ 'is_server\\(' and p.pronamespace = 'private'::regnamespace",
  );
  expect(leak).toBe("count_try, forgive_tries, queue_mailed_link");
});

test("an admin invites a hundred times a day, and is then told when to go on", async ({ db, cast }) => {
  await db.given("update private.limits set tries = 2 where kind = 'invitation'");
  const invite = (email: string) =>
    db.as(cast.admin, "select public.invite_member($1, $2, 'viewer')", [cast.organizations.north, email]);
  await db.given("delete from private.counters");
  await invite("one@north.example");
  await invite("two@north.example");
  await expect(invite("three@north.example")).rejects.toMatchObject({ code: "PT429", message: "held_back" });
});
