import type { Sql } from "postgres";

/** What nobody needs any longer, and how it is known. A session is over when it cannot be renewed. */
const OUTDATED = {
  sessions: `
    delete from auth.sessions s
    where s.not_after < now()
      or coalesce(s.refreshed_at, s.created_at at time zone 'UTC') < (now() at time zone 'UTC') - interval '30 days'
      or (s.created_at < now() - interval '2 hours'
        and not exists (select from auth.refresh_tokens t where t.session_id = s.id and not t.revoked))`,
  "refresh tokens": `
    delete from auth.refresh_tokens where revoked and updated_at < now() - interval '1 day'`,
  "sign-in records": `
    delete from auth.audit_log_entries where created_at < now() - interval '30 days'`,
  "first links": `
    delete from private.first_links where expires_at < now() and used_at is null`,
  invitations: `
    delete from public.invitations
    where coalesce(accepted_at, withdrawn_at, expires_at) < now() - interval '30 days'`,
  "sign-ups": `
    delete from public.signups where delete_at <= now()`,
  suggestions: `
    delete from public.service_suggestions where delete_at <= now()`,
  "letters to who suggested something": `
    delete from public.messages
    where kind = 'suggestion_answered' and person_id is null and state <> 'waiting' and ended_at < now() - interval '1 day'`,
  "ended messages": `
    delete from public.messages where state <> 'waiting' and ended_at < now() - interval '30 days'`,
  "mailbox entries": `
    delete from private.mailbox where sent_at < now() - interval '30 days'`,
  "mailed links": `
    delete from private.mailed_links where expires_at < now()`,
  "changes of address": `
    delete from private.address_changes where expires_at < now()`,
  "imports nobody confirmed": `
    delete from public.import_drafts where created_at < now() - interval '1 day'`,
  "files with services": `
    delete from public.service_imports
    where coalesce(taken_at, created_at) < now() - interval '1 day' and state not in ('waiting', 'leaving')`,
  "progress of files with services": `
    delete from private.service_import_progress p
    where not exists (select from public.service_imports i where i.id = p.import_id)`,
  "counted tries": `
    delete from private.counters where full_until < now()`,
};

/** Deletes what is outdated and returns how many rows of each went. */
export async function purge(sql: Sql): Promise<Record<string, number>> {
  const gone: Record<string, number> = {};
  for (const [what, statement] of Object.entries(OUTDATED)) {
    const { count } = await sql.unsafe(statement);
    if (count > 0) gone[what] = count;
  }
  const [marks] = await sql<{ folded: number }[]>`select private.fold_calendar_marks()::integer as folded`;
  if (marks && marks.folded > 0) gone["calendar marks"] = marks.folded;
  return gone;
}
