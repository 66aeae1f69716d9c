import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { grantsOf, guardsOf } from "./support/grants";
import { type HostedServer, startHostedServer } from "./support/hosted-project";

const root = join(import.meta.dirname, "..", "..");
const migrations = readdirSync(join(root, "supabase", "migrations")).sort();

let server: HostedServer;
const projects: Record<string, { url: string; sql: Sql; pushed: string }> = {};
beforeAll(async () => {
  server = await startHostedServer();
  for (const manner of ["all", "nothing"] as const) {
    const url = await server.makeProject(`grants_${manner}`, manner);
    const pushed = await cli("db", "push", "--db-url", url, "--yes");
    projects[manner] = { url, pushed, sql: postgres(url, { max: 1, onnotice: () => {} }) };
  }
}, 240_000);
afterAll(async () => {
  for (const { sql } of Object.values(projects)) await sql.end();
  await server?.stop();
});

/** Supabase's own command, which is what deploys us. */
async function cli(...words: string[]): Promise<string> {
  const program = join(root, "node_modules", ".bin", "supabase");
  const env = { ...process.env, DO_NOT_TRACK: "1", SUPABASE_TELEMETRY_DISABLED: "1", PGSSLMODE: "disable" };
  const { stdout, stderr } = await promisify(execFile)(program, words, { cwd: root, env, maxBuffer: 20_000_000 });
  return stdout + stderr;
}

const projectOf = (manner: string) => projects[manner] ?? expect.fail(manner);

describe.each(["all", "nothing"])("a hosted project whose new tables are granted %s", (manner) => {
  test("takes every migration from `supabase db push`, by a role that is no superuser, and then knows them all", async () => {
    const { sql, url } = projectOf(manner);
    expect(await sql`select rolsuper from pg_roles where rolname = current_user`).toEqual([{ rolsuper: false }]);
    const landed = await sql<{ version: string }[]>`
      select version from supabase_migrations.schema_migrations order by version`;
    expect(landed.map(({ version }) => version)).toEqual(migrations.map((file) => file.slice(0, 14)));
    expect(await cli("db", "push", "--dry-run", "--db-url", url)).toContain("up to date");
  });

  test("ends with the grants, policies and triggers of the embedded one, whoever owns its auth", async () => {
    const { url, template } = inject("postgres");
    const embedded = postgres(`${url}${template}`, { max: 1, onnotice: () => {} });
    try {
      const { sql } = projectOf(manner);
      expect((await grantsOf(sql)).length).toBeGreaterThan(1_000);
      expect(await grantsOf(sql)).toEqual(await grantsOf(embedded));
      expect(await guardsOf(sql)).toEqual(await guardsOf(embedded));
    } finally {
      await embedded.end();
    }
  });

  test("gives nothing away that is made there later", async () => {
    const { sql } = projectOf(manner);
    await sql`create table public.later (id integer)`;
    await sql`create function public.later_too() returns integer language sql as 'select 1'`;
    const later = (await grantsOf(sql)).filter((granted) => granted.includes("later") && !granted.includes("postgres"));
    expect(later).toEqual([]);
    await sql`drop table public.later`;
    await sql`drop function public.later_too()`;
  });

  test("lets the sign-in service make an account for an open link alone", async () => {
    const { sql } = projectOf(manner);
    const service = server.asSupabase(`grants_${manner}`);
    const token = randomUUID();
    await sql`select private.open_first_link(${token}, interval '1 day')`;
    try {
      await service`set role supabase_auth_admin`;
      const signUp = (email: string, invitation: string) => service`
        insert into auth.users (id, aud, role, email, encrypted_password, raw_app_meta_data, raw_user_meta_data, created_at, updated_at)
        values (gen_random_uuid(), 'authenticated', 'authenticated', ${email}, 'hash', '{}', ${service.json({
          invitation,
          display_name: "First",
          first_organization: {
            ...{ slug: "first", display_name: "First", time_zone: "America/Chicago" },
            coalition: { slug: "firsts", display_name: "Firsts" },
          },
        })}, now(), now()) returning id, raw_user_meta_data as kept`;
      await expect(signUp("nobody@first.example", "guessed")).rejects.toThrow("link_not_valid");
      const [account] = await signUp("first@first.example", token);
      expect(account?.kept).toEqual({ display_name: "First" });
      await expect(signUp("second@first.example", token)).rejects.toThrow("link_not_valid");
      await expect(
        service`update auth.users set encrypted_password = 'other' where id = ${account?.id}`,
      ).rejects.toThrow("not_allowed");

      const me = await asMember(sql, service, account?.id);
      expect(me).toMatchObject({ email: "first@first.example", organizations: [{ slug: "first", role: "admin" }] });
    } finally {
      await service.end();
    }
  });

  test("lets a mailed link in by the sign-in service's own table, and forgets whom the service deletes", async () => {
    const { sql } = projectOf(manner);
    const [person] = await sql`
      insert into auth.users (id, email, raw_user_meta_data) select gen_random_uuid(), 'mailed@first.example', jsonb_build_object('invitation', t)
      from (select 'open-' || gen_random_uuid() as t) l, lateral private.open_first_link(l.t, interval '1 day', (select id from public.organizations limit 1))
      returning id`;
    const [link] = await sql<{ token: string }[]>`
      with made as (select private.new_token() as token), kept as (
        insert into private.mailed_links (token_hash, kind, person_id, expires_at)
        select private.token_hash(token), 'sign_in', ${person?.id}::uuid, now() + interval '1 hour' from made
      ) select token from made`;
    const [pass] = await sql<{ pass: string }[]>`select public.use_sign_in_link(${link?.token ?? ""}) as pass`;
    expect(
      await sql`select user_id from auth.one_time_tokens where token_hash = ${pass?.pass ?? ""} and token_type = 'recovery_token'`,
    ).toEqual([{ user_id: person?.id }]);

    const service = server.asSupabase(`grants_${manner}`);
    await service`set role supabase_auth_admin`;
    await service`delete from auth.users where id = ${person?.id}`;
    await service.end();
    expect(await sql`select from public.people where id = ${person?.id}`).toEqual([]);
  });
});

/** What the API says to somebody whose session the sign-in service has begun. */
async function asMember(sql: Sql, service: Sql, id: string): Promise<unknown> {
  const session = randomUUID();
  await service`
    insert into auth.sessions (id, user_id, created_at, updated_at, aal) values (${session}, ${id}, now(), now(), 'aal1')`;
  const claims = JSON.stringify({ sub: id, role: "authenticated", session_id: session });
  return sql.begin(async (tx) => {
    await tx`set local role authenticated`;
    await tx`select set_config('request.jwt.claims', ${claims}, true)`;
    const [row] = await tx`select public.me() as me`;
    return row?.me;
  });
}

test("a later seal replays where its role may drop triggers of the sign-in service's tables, as Supabase lets it", async () => {
  const { sql } = projectOf("nothing");
  const before = [await grantsOf(sql), await guardsOf(sql)];
  const seal = readFileSync(join(root, "supabase", "migrations", migrations.at(-1) ?? ""), "utf8");
  const replay = () => sql.begin((tx) => tx.unsafe(seal));
  await expect(replay(), "what Supabase adds to Postgres is not in this one").rejects.toThrow(
    "must be owner of relation",
  );

  const supabase = server.asSupabase("grants_nothing");
  try {
    // Their extension supautils allows it table by table (`supautils.drop_trigger_grants`); here the whole role has to.
    const foreign = await sql<{ table: string }[]>`
      select distinct t.tgrelid::regclass::text as table from pg_trigger t join pg_class c on c.oid = t.tgrelid
      join pg_proc f on f.oid = t.tgfoid
      where not t.tgisinternal and f.pronamespace = 'private'::regnamespace and c.relowner <> 'postgres'::regrole order by 1`;
    expect(foreign.map(({ table }) => table)).toEqual(["auth.identities", "auth.users"]);
    await supabase`grant supabase_auth_admin to postgres`;
    await replay();
    expect([await grantsOf(sql), await guardsOf(sql)]).toEqual(before);
  } finally {
    await supabase`revoke supabase_auth_admin from postgres`;
    await supabase.end();
  }
});
