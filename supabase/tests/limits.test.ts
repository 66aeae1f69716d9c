import { createHash, randomUUID } from "node:crypto";
import { expect } from "vitest";
import { test as base } from "./support/cast";
import type { TestDatabase } from "./support/database";

const secret = "0123456789abcdef0123456789abcdef";
const test = base.extend("limited", async ({ db }) => {
  const hash = createHash("sha256").update(secret).digest("hex");
  await db.given(
    `insert into private.settings (name, value) values ('server_secret', to_jsonb($1::text))
     on conflict (name) do update set value = excluded.value`,
    [hash],
  );
  await db.given("delete from private.limits where kind = 'sign_in'");
  await db.given(
    "insert into private.limits values ('sign_in', 'both', 3, '3 minutes'), ('sign_in', 'network', 6, '6 minutes')",
  );
  return db;
});

const count = async (db: TestDatabase, network: string, account: string) =>
  (
    await db.as<{ seconds: number | null }>(
      "visitor",
      "select extract(epoch from public.count_try($1, 'sign_in', $2, $3) - now())::int as seconds",
      [secret, network, account],
    )
  )[0]?.seconds;
const forgive = (db: TestDatabase, network: string, account: string) =>
  db.as("visitor", "select public.forgive_tries($1, 'sign_in', $2, $3)", [secret, network, account]);

test("tries of an account from one network end, are told until when, and go on from elsewhere", async ({ limited }) => {
  for (let tries = 0; tries < 3; tries += 1) expect(await count(limited, "192.0.2.1", "a@cast.example")).toBeNull();
  expect(await count(limited, "192.0.2.1", " A@cast.example")).toBe(60);
  expect(await count(limited, "192.0.2.2", "a@cast.example")).toBeNull();
  expect(await count(limited, "192.0.2.1", "b@cast.example")).toBeNull();
});

test("whoever signs in has the account's tries back; of the network's only the one", async ({ limited }) => {
  for (let tries = 0; tries < 3; tries += 1) await count(limited, "192.0.2.1", "a@cast.example");
  await forgive(limited, "192.0.2.1", "a@cast.example");
  for (let tries = 0; tries < 3; tries += 1) expect(await count(limited, "192.0.2.1", "a@cast.example")).toBeNull();
  // Five of six are counted: an account of one's own buys no more tries at others.
  expect(await count(limited, "192.0.2.1", "b@cast.example")).toBeNull();
  expect(await count(limited, "192.0.2.1", "c@cast.example")).toBe(60);
});

test("without the secret nobody counts or forgives, and nobody tells what is counted", async ({ limited, cast }) => {
  for (const person of ["visitor", cast.admin] as const) {
    for (const call of [
      "count_try($1, 'sign_in', '192.0.2.1', 'a')",
      "forgive_tries($1, 'sign_in', '192.0.2.1', 'a')",
    ]) {
      await expect(limited.as(person, `select public.${call}`, [randomUUID()])).rejects.toMatchObject({
        code: "PT403",
        message: "not_allowed",
      });
    }
    await expect(limited.as(person, "select from private.counters")).rejects.toMatchObject({ code: "42501" });
  }
  await count(limited, "192.0.2.1", "a@cast.example");
  const kept = JSON.stringify(
    await limited.catalog("select encode(bucket, 'escape') as b, full_until from private.counters"),
  );
  expect(kept).not.toMatch(/192\.0\.2\.1|cast\.example/);
});
