import { randomBytes, randomUUID } from "node:crypto";
import type { Sql, TransactionSql } from "postgres";
import { expandSeries } from "../../app/platform/recurrence/expand-rule";
import { addCampaigns } from "./demonstration-campaigns";
import { moveActions, rememberActions } from "./demonstration-days";
import { addDetail } from "./demonstration-detail";
import { addServices, moveServices, rememberServices } from "./demonstration-directory";
import { addItems } from "./demonstration-items";
import { addLetters } from "./demonstration-letters";
import { addSignups, addVolunteers } from "./demonstration-people";
import { addTotals } from "./demonstration-totals";
import { advancingJusticeLa } from "./gatherings/advancing-justice-la";
import type { DemonstrationGathering } from "./gatherings/gathering";
import { inventedFilipinoCircle, inventedLatinoNeighbors } from "./gatherings/invented-partners";
import { krcChicago } from "./gatherings/krc-chicago";
import { krcla } from "./gatherings/krcla";
import { nakasec } from "./gatherings/nakasec";
import { coalition, type DemonstrationOrganization, organizations } from "./organizations";

const gatherings: Record<string, DemonstrationGathering[]> = {
  nakasec,
  krcla,
  "krc-chicago": krcChicago,
  "advancing-justice-la": advancingJusticeLa,
  "invented-filipino-circle": inventedFilipinoCircle,
  "invented-latino-neighbors": inventedLatinoNeighbors,
};
const roles = ["viewer", "member", "editor", "admin"] as const;

/** Fills an empty installation with the demonstration coalition, in one transaction. `sql` is the owner's connection. */
export async function loadDemonstration(sql: Sql, { password }: { password: string }): Promise<void> {
  await sql.begin(async (tx) => {
    const [{ id: coalitionId } = { id: "" }] = await tx<{ id: string }[]>`
      insert into public.coalitions ${tx({ ...coalition, listed: true })} returning id`;
    const ids = new Map<string, string>();
    for (const organization of organizations) {
      ids.set(organization.slug, await addOrganization(tx, organization, coalitionId));
    }
    await addAccounts(tx, ids, password);
    const monday = await mondayOfThisWeek(tx);
    for (const { slug, time_zone } of organizations) {
      for (const gathering of gatherings[slug] ?? []) {
        await addGathering(tx, gathering, { owner: slug, time_zone, ids, coalitionId, monday });
      }
      await addServices(tx, { owner: slug, time_zone, ids, coalitionId });
    }
    await addTotals(tx, { ids, coalitionId });
    await addCampaigns(tx, { ids, coalitionId });
    await addLetters(tx, { ids, coalitionId });
    await addItems(tx, { ids, coalitionId });
    await remember(tx, monday);
    await rememberServices(tx);
    await rememberActions(tx);
  });
}

/**
 * Moves the gatherings, the campaigns that run and what is to be done that nobody has touched since the demonstration left
 * them, and the days of the directory, by as many whole weeks as have passed. Returns how many moved.
 */
export async function moveDemonstration(sql: Sql): Promise<{ gatherings: number; services: number; actions: number }> {
  return sql.begin(async (tx) => {
    const [anchor] = await tx<{ monday: string }[]>`
      select value #>> '{}' as monday from private.settings where name = 'demonstration_monday' for update`;
    const monday = await mondayOfThisWeek(tx);
    if (!anchor || anchor.monday >= monday) return { gatherings: 0, services: 0, actions: 0 };
    const moved = await tx`
      with moved as (
        update public.gatherings g
        set starts_local = g.starts_local + (${monday}::date - ${anchor.monday}::date) * interval '1 day',
          ends_local = g.ends_local + (${monday}::date - ${anchor.monday}::date) * interval '1 day',
          shared_at = g.shared_at + (${monday}::date - ${anchor.monday}::date) * interval '1 day'
        from private.demonstration_gatherings d
        where d.organization_id = g.organization_id and d.gathering_id = g.id and d.version = g.version
        returning g.organization_id, g.id, g.version
      )
      update private.demonstration_gatherings d set version = moved.version
      from moved where d.organization_id = moved.organization_id and d.gathering_id = moved.id
      returning d.gathering_id`;
    await tx`update private.settings set value = to_jsonb(${monday}::text) where name = 'demonstration_monday'`;
    const days = (Date.parse(monday) - Date.parse(anchor.monday)) / 86_400_000;
    return { gatherings: moved.length, services: await moveServices(tx, days), actions: await moveActions(tx, days) };
  });
}

async function addOrganization(tx: TransactionSql, organization: DemonstrationOrganization, coalitionId: string) {
  const { standing, ...columns } = organization;
  const [{ id } = { id: "" }] = await tx<{ id: string }[]>`
    insert into public.organizations ${tx(columns)} returning id`;
  await tx`insert into public.standings (organization_id, coalition_id, kind) values (${id}, ${coalitionId}, ${standing})`;
  return id;
}

/** One account per role and organization, through the same door as every other: a link of its own. */
async function addAccounts(tx: TransactionSql, ids: Map<string, string>, password: string): Promise<void> {
  const [{ hash } = { hash: "" }] = await tx<{ hash: string }[]>`
    select extensions.crypt(${password}, extensions.gen_salt('bf', 10)) as hash`;
  for (const { slug, short_name, time_zone } of organizations) {
    for (const role of roles) {
      const token = randomBytes(32).toString("base64url");
      await tx`select private.open_first_link(${token}, '1 minute', ${ids.get(slug) ?? ""}, ${role})`;
      await addAccount(tx, {
        email: `${role}@${slug}.example`,
        hash,
        token,
        time_zone,
        display_name: `${short_name} ${role}`,
      });
    }
  }
}

type Account = { email: string; hash: string; token: string; time_zone: string; display_name: string };

/** The rows that signing up makes, on the embedded stack as on a hosted project. */
async function addAccount(tx: TransactionSql, { email, hash, token, time_zone, display_name }: Account): Promise<void> {
  const id = randomUUID();
  const metadata = { display_name, time_zone, invitation: token };
  const identity = { sub: id, email, email_verified: true };
  await tx`
    insert into auth.users (
      id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data, created_at, updated_at
    ) values (
      ${id}, 'authenticated', 'authenticated', ${email}, ${hash}, now(),
      ${tx.json({ provider: "email", providers: ["email"] })}, ${tx.json(metadata)}, now(), now()
    )`;
  // The service of a hosted project reads these as text and stumbles over null.
  await tx`
    update auth.users set confirmation_token = '', recovery_token = '', email_change = '', email_change_token_new = '',
      email_change_token_current = '', reauthentication_token = '', phone_change = '', phone_change_token = ''
    where id = ${id}`;
  await tx`update public.people set address_proven_at = now() where id = ${id}`;
  await tx`
    insert into auth.identities (id, provider, provider_id, user_id, identity_data, last_sign_in_at, created_at, updated_at)
    values (${randomUUID()}, 'email', ${id}, ${id}, ${tx.json(identity)}, now(), now(), now())`;
}

type Setting = { owner: string; time_zone: string; ids: Map<string, string>; coalitionId: string; monday: string };

async function addGathering(tx: TransactionSql, gathering: DemonstrationGathering, setting: Setting): Promise<void> {
  const { owner, time_zone, ids, coalitionId, monday } = setting;
  const {
    week,
    weekday,
    from,
    to,
    nights = 0,
    weekly,
    recipients = [],
    draft,
    cancelled,
    detail,
    notes,
    hosts = [],
    signups,
    volunteers = [],
    ...columns
  } = gathering;
  const day = week * 7 + weekday;
  const organizationId = ids.get(owner) ?? "";
  const shared = !draft && columns.audience !== "owner";
  const [made] = await tx<{ id: string }[]>`
    insert into public.gatherings ${tx({
      ...columns,
      title: tx.json(columns.title),
      description: tx.json(columns.description),
      organization_id: organizationId,
      coalition_id: coalitionId,
      time_zone,
      starts_local: `${addDays(monday, day)}T${from}`,
      ends_local: `${addDays(monday, day + nights)}T${to}`,
      state: draft ? "draft" : "scheduled",
    })} returning id`;
  const id = made?.id ?? "";
  for (const recipient of recipients) {
    await tx`
      insert into public.shares (organization_id, gathering_id, recipient_id)
      values (${organizationId}, ${id}, ${ids.get(recipient) ?? ""})`;
  }
  if (detail) await addDetail(tx, detail, { organizationId, id, ids, coalitionId });
  if (notes) {
    await tx`
      insert into public.gathering_notes (organization_id, gathering_id, body)
      values (${organizationId}, ${id}, ${notes})`;
  }
  if (cancelled) {
    await tx`update public.gatherings set state = 'cancelled', cancellation_reason = ${cancelled} where id = ${id}`;
  }
  for (const { slug, part, mayEdit = false, accepted = false } of hosts) {
    await tx`
      insert into public.hostings (organization_id, gathering_id, host_id, part, may_edit, state, answered_at)
      values (${organizationId}, ${id}, ${ids.get(slug) ?? ""}, ${part}, ${mayEdit},
        ${accepted ? "accepted" : "invited"}, ${accepted ? tx`now()` : null})`;
  }
  if (weekly) await repeatWeekly(tx, id);
  if (signups) await addSignups(tx, signups, { organizationId, id, ids });
  await addVolunteers(tx, volunteers, { organizationId, owner, id });
  if (shared) {
    // Put up two weeks ahead, and at the latest some time before now: a coalition does not share everything at once.
    const hoursAgo = 5 + ((((day * 31 + from.charCodeAt(1) * 7) % 200) + 200) % 200);
    await tx`
      update public.gatherings
      set shared_at = least(starts_at - interval '14 days', now() - ${hoursAgo} * interval '1 hour')
      where id = ${id} or series_id = (select g.series_id from public.gatherings g where g.id = ${id})`;
  }
}

/** Makes a gathering the first of a series without end; the worker goes on with it, so it never has to be moved. */
async function repeatWeekly(tx: TransactionSql, id: string): Promise<void> {
  const [{ starts_local, weekday } = { starts_local: "", weekday: "" }] = await tx<
    { starts_local: string; weekday: string }[]
  >`
    select to_char(starts_local, 'YYYY-MM-DD"T"HH24:MI:SS') as starts_local, upper(left(to_char(starts_local, 'DAY'), 2)) as weekday
    from public.gatherings where id = ${id}`;
  const series = { rule: `FREQ=WEEKLY;BYDAY=${weekday}`, starts_local, excepted: [], added: [] };
  const { occurrences, expanded_until } = expandSeries(series, { now: starts_local });
  await tx`
    with series as (
      insert into public.gathering_series (organization_id, rule, starts_local, ends_local, time_zone, expanded_until)
      select organization_id, ${series.rule}, starts_local, ends_local, time_zone, ${expanded_until}::text::timestamp
      from public.gatherings where id = ${id}
      returning id
    )
    update public.gatherings g set series_id = series.id, recurrence_local = g.starts_local from series where g.id = ${id}`;
  await tx`
    select private.make_occurrences(g.id, g.organization_id, g.series_id, ${occurrences.slice(1)}::text[]::timestamp[], g.ends_local - g.starts_local)
    from public.gatherings g where g.id = ${id}`;
}

/** Remembers what the demonstration brought and in which version it left it. */
async function remember(tx: TransactionSql, monday: string): Promise<void> {
  await tx`
    insert into private.demonstration_gatherings (organization_id, gathering_id, version)
    select g.organization_id, g.id, g.version from public.gatherings g where g.series_id is null`;
  await tx`
    insert into private.settings (name, value)
    values ('demonstration', 'true'), ('demonstration_monday', to_jsonb(${monday}::text))
    on conflict (name) do update set value = excluded.value`;
}

/** From Friday on, the week that matters is the coming one. */
async function mondayOfThisWeek(tx: TransactionSql): Promise<string> {
  const [{ monday } = { monday: "" }] = await tx<{ monday: string }[]>`
    select date_trunc('week', (now() + interval '3 days') at time zone 'America/Chicago')::date::text as monday`;
  return monday;
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
