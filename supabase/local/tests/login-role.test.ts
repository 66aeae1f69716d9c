import { afterAll, beforeAll, expect, test } from "vitest";
import { loginUrl } from "../prepare-database";
import { ask } from "./embedded";
import { type ProbedStack, startProbedStack } from "./probed-stack";

let probed: ProbedStack;
beforeAll(async () => {
  probed = await startProbedStack();
});
afterAll(() => probed?.stop());

const asLogin = (statement: string) =>
  ask(loginUrl(probed.stack.databaseUrl, probed.secrets.loginPassword), (sql) => sql.unsafe(statement));

test("the role that requests come in by owns nothing", async () => {
  const owned = await probed.owner`
    select classid::regclass, objid from pg_shdepend
    where refclassid = 'pg_authid'::regclass and refobjid = 'authenticator'::regrole and deptype = 'o'`;
  expect(owned).toEqual([]);
});

test("it has no power of its own and may become exactly three roles, handing none of them on", async () => {
  const [role] = await probed.owner`
    select rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolreplication from pg_roles where rolname = 'authenticator'`;
  expect(role).toEqual({
    rolsuper: false,
    rolcreaterole: false,
    rolcreatedb: false,
    rolbypassrls: false,
    rolreplication: false,
  });
  const memberships = await probed.owner`
    select roleid::regrole::text as role, admin_option, inherit_option, set_option
    from pg_auth_members where member = 'authenticator'::regrole order by 1`;
  const each = { admin_option: false, inherit_option: true, set_option: true };
  expect(memberships).toEqual(["anon", "authenticated", "service_role"].map((role) => ({ role, ...each })));
});

test("what it grants is not granted", async () => {
  const rights = () => probed.owner`
    select relname, relacl::text from pg_class where relnamespace in ('public'::regnamespace, 'private'::regnamespace)
    union all select nspname, nspacl::text from pg_namespace order by 1`;
  const before = await rights();
  for (const statement of [
    "grant select on public.probes to anon",
    "grant all on all tables in schema public to anon",
    "grant usage on schema private to anon",
    "grant all on schema public to anon",
  ]) {
    await asLogin(statement).catch((error) => expect(error.code).toBe("42501"));
  }
  expect(await rights()).toEqual(before);
});

test.each([
  "grant anon to service_role",
  "alter table public.probes disable row level security",
  "alter default privileges in schema public grant select on tables to anon; create table public.mine (id int)",
  "create schema mine",
  "create temporary table probes (id int)",
  "set role postgres",
  "select * from private.settings",
  "delete from auth.users",
  "select * from auth.audit_log_entries",
  "update auth.audit_log_entries set ip_address = ''",
])("it cannot: %s", async (statement) => {
  await expect(asLogin(statement)).rejects.toMatchObject({ code: "42501" });
});

test.each(["anon", "authenticated", "service_role"])("as %s it reads nothing of auth", async (role) => {
  for (const table of ["users", "sessions", "refresh_tokens", "identities", "audit_log_entries"]) {
    const statement = `begin; set local role ${role}; select * from auth.${table}`;
    await expect(asLogin(statement), table).rejects.toMatchObject({ code: "42501" });
  }
});

test("a statement of a request ends after eight seconds", async () => {
  expect(await asLogin("show statement_timeout")).toEqual([{ statement_timeout: "8s" }]);
});
