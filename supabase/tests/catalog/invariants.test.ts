import { describe, expect } from "vitest";
import { definers } from "../access/functions";
import { test } from "../support/database";
import { grantInvariants, policyInvariants, shapeInvariants } from "./invariants";

const invariants = { ...policyInvariants, ...grantInvariants, ...shapeInvariants };

describe.for(Object.entries(invariants))("%s", ([, { offenders, violation }]) => {
  test("nothing breaks it", async ({ db }) => {
    expect(await db.catalog(offenders)).toEqual([]);
  });

  test("it is noticed when broken", async ({ db }) => {
    for (const statement of violation.split(";")) {
      await db.given(statement);
    }
    expect(await db.catalog(offenders)).not.toEqual([]);
  });
});

test("callers reach exactly those functions past row security that were meant for them", async ({ db }) => {
  const callable = `
    select regexp_replace(f.oid::regprocedure::text, '^private\\.', '') as name from pg_proc f
    where f.prosecdef and f.pronamespace in ('public'::regnamespace, 'private'::regnamespace, 'core'::regnamespace)
      and (has_function_privilege('anon', f.oid, 'execute') or has_function_privilege('authenticated', f.oid, 'execute'))
    order by name`;
  const names = async () => (await db.catalog<{ name: string }>(callable)).map(({ name }) => name);
  expect(await names()).toEqual([...definers].sort());
  await db.given(
    "grant execute on function private.open_first_link(text, interval, uuid, public.member_role) to authenticated",
  );
  expect(await names()).not.toEqual([...definers].sort());
});
