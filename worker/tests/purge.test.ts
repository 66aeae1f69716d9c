import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { expect } from "vitest";
import { test } from "../../supabase/tests/support/database";
import { openFirstLink } from "../first-link";
import { purge } from "../purge";

async function addAccount(sql: Sql): Promise<string> {
  const [id, token] = [randomUUID(), await openFirstLink(sql)];
  const slug = `o-${id.slice(0, 8)}`;
  const data = {
    invitation: token,
    first_organization: {
      slug,
      display_name: "Purged",
      time_zone: "UTC",
      coalition: { slug: `c-${slug}`, display_name: "Purged" },
    },
  };
  await sql`insert into auth.users (id, email, raw_user_meta_data) values (${id}, ${`${slug}@purge.example`}, ${sql.json(data)})`;
  return id;
}

type Session = { created?: string; refreshed?: string | null; notAfter?: string | null; revoked?: boolean };

async function addSession(sql: Sql, user: string, { created, refreshed, notAfter, revoked }: Session): Promise<string> {
  const id = randomUUID();
  await sql`insert into auth.sessions (id, user_id, created_at, refreshed_at, not_after)
    values (${id}, ${user}, now() - ${created ?? "0"}::interval,
      (now() at time zone 'UTC') - ${refreshed ?? null}::interval, now() + ${notAfter ?? null}::interval)`;
  await sql`insert into auth.refresh_tokens (id, token, user_id, session_id, revoked)
    values (${randomUUID()}, ${randomUUID()}, ${user}, ${id}, ${revoked ?? false})`;
  return id;
}

test("sessions that cannot be renewed go; those that are used stay", async ({ copy }) => {
  const user = await addAccount(copy);
  const stay = [
    await addSession(copy, user, {}),
    await addSession(copy, user, { created: "90 days", refreshed: "29 days" }),
    await addSession(copy, user, { notAfter: "1 hour" }),
    await addSession(copy, user, { created: "1 hour", revoked: true }),
  ];
  await addSession(copy, user, { created: "31 days" });
  await addSession(copy, user, { created: "90 days", refreshed: "31 days" });
  await addSession(copy, user, { notAfter: "-1 second" });
  await addSession(copy, user, { created: "3 hours", revoked: true });
  expect(await purge(copy)).toEqual({ sessions: 4 });
  const left = await copy`select id from auth.sessions`;
  expect(left.map(({ id }) => id).sort()).toEqual(stay.sort());
  expect(await purge(copy)).toEqual({});
});

test("used refresh tokens, old sign-in records and links that ran out go", async ({ copy }) => {
  const user = await addAccount(copy);
  const session = await addSession(copy, user, {});
  await copy`insert into auth.refresh_tokens (id, token, user_id, session_id, revoked, updated_at) values
    (gen_random_uuid(), gen_random_uuid(), ${user}, ${session}, true, now() - interval '25 hours'),
    (gen_random_uuid(), gen_random_uuid(), ${user}, ${session}, true, now() - interval '23 hours'),
    (gen_random_uuid(), gen_random_uuid(), ${user}, ${session}, false, now() - interval '25 hours')`;
  await copy`insert into auth.audit_log_entries (id, payload, created_at) values
    (gen_random_uuid(), '{}', now() - interval '31 days'), (gen_random_uuid(), '{}', now() - interval '29 days')`;
  await openFirstLink(copy);
  await copy`update private.first_links set created_at = now() - interval '8 days', expires_at = now() - interval '1 day'
    where used_at is null`;
  expect(await purge(copy)).toEqual({ "refresh tokens": 1, "sign-in records": 1, "first links": 1 });
});

test("what mail leaves behind goes: messages after thirty days, links, changes and counted tries when they are over", async ({
  copy,
}) => {
  const person = await addAccount(copy);
  const messages = await copy<{ id: string }[]>`
    insert into public.messages (kind, person_id, state, ended_at) values
      ('password_changed', ${person}, 'sent', now() - interval '31 days'),
      ('password_changed', ${person}, 'failed', now() - interval '31 days'),
      ('password_changed', ${person}, 'sent', now() - interval '29 days'),
      ('password_changed', ${person}, 'waiting', null) returning id`;
  await copy`
    insert into private.mailbox (message_id, sent_at, recipient, subject, body_text, body_html)
    select m.id, coalesce(m.ended_at, now()) - interval '2 days', 'a@purge.example', 'x', 'x', 'x' from public.messages m`;
  const [change] = await copy`
    insert into private.address_changes (person_id, new_email, requested_at, expires_at)
    values (${person}, 'new@purge.example', now() - interval '25 hours', now() - interval '1 hour') returning id`;
  await copy`insert into private.mailed_links (token_hash, kind, person_id, change_id, created_at, expires_at) values
    (sha256('a'), 'address_new', ${person}, ${change?.id}, now() - interval '25 hours', now() + interval '1 hour'),
    (sha256('b'), 'reset', ${person}, null, now() - interval '2 hours', now() - interval '1 hour'),
    (sha256('c'), 'reset', ${person}, null, now(), now() + interval '1 hour')`;
  await copy`insert into private.counters (bucket, full_until) values
    (sha256('over'), now() - interval '1 second'), (sha256('full'), now() + interval '1 hour')`;

  expect(await purge(copy)).toEqual({
    "ended messages": 2,
    "mailbox entries": 1,
    "mailed links": 1,
    "changes of address": 1,
    "counted tries": 1,
  });
  const left = await copy`select id from public.messages`;
  expect(left.map(({ id }) => id).sort()).toEqual([messages[2]?.id, messages[3]?.id].sort());
  const links = await copy`select token_hash = sha256('c') as open from private.mailed_links`;
  expect(links).toEqual([{ open: true }]);
  expect(await purge(copy)).toEqual({});
});

test("a calendar that was read and imported by nobody goes after a day, with what it held; one of today waits", async ({
  copy,
}) => {
  await addAccount(copy);
  const [organization] = await copy`select id from public.organizations limit 1`;
  const ages = { old: "25 hours", today: "23 hours" };
  for (const [name, age] of Object.entries(ages)) {
    const [draft] = await copy`
      insert into public.import_drafts (organization_id, source, created_at)
      values (${organization?.id}, ${copy.json({ name })}, now() - ${age}::interval) returning organization_id, id`;
    await copy`
      insert into public.import_entries (organization_id, draft_id, place, line, uid, title, reason)
      values (${draft?.organization_id}, ${draft?.id}, 1, 1, '', ${name}, 'unreadable')`;
  }
  expect(await purge(copy)).toEqual({ "imports nobody confirmed": 1 });
  expect(await copy`select title from public.import_entries`).toEqual([{ title: "today" }]);
});
