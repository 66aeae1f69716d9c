import type { TransactionSql } from "postgres";
import { advancingJusticeLa } from "./resources/advancing-justice-la";
import { inventedFilipinoCircle, inventedLatinoNeighbors } from "./resources/invented-partners";
import { krcChicago } from "./resources/krc-chicago";
import { krcla } from "./resources/krcla";
import { krclaNeighbors } from "./resources/krcla-neighbors";
import type { DemonstrationService, Hours } from "./resources/listing";
import { nakasec } from "./resources/nakasec";

const services: Record<string, DemonstrationService[]> = {
  nakasec,
  krcla: [...krcla, ...krclaNeighbors],
  "krc-chicago": krcChicago,
  "advancing-justice-la": advancingJusticeLa,
  "invented-filipino-circle": inventedFilipinoCircle,
  "invented-latino-neighbors": inventedLatinoNeighbors,
};

type Setting = { owner: string; time_zone: string; ids: Map<string, string>; coalitionId: string };
type Row = { organizationId: string; id: string } & Setting;

/** What an organization of the demonstration lists in the directory. */
export async function addServices(tx: TransactionSql, setting: Setting): Promise<void> {
  for (const service of services[setting.owner] ?? []) {
    await addService(tx, service, setting);
  }
}

/** Remembers in which version the demonstration left its directory. */
export async function rememberServices(tx: TransactionSql): Promise<void> {
  await tx`
    insert into private.demonstration_services (organization_id, service_id, version)
    select s.organization_id, s.id, s.version from public.services s`;
}

/** Moves by so many days, but never past today, when something untouched was said or made sure of. Returns how many moved. */
export async function moveServices(tx: TransactionSql, days: number): Promise<number> {
  const moved = await tx`
    update public.services s set
      credential_checked_on = case when s.credential_checked_on is not null then least(s.credential_checked_on + ${days}::integer, current_date) end,
      information_as_of = case when s.information_as_of is not null then least(s.information_as_of + ${days}::integer, current_date) end,
      verified_at = case when s.verified_at is not null then least(s.verified_at + ${days}::integer * interval '1 day', now()) end,
      verify_by = s.verify_by + ${days}::integer
    from private.demonstration_services d
    where d.organization_id = s.organization_id and d.service_id = s.id and d.version = s.version
    returning s.id`;
  const ids = moved.map(({ id }) => id as string);
  await tx`
    update public.service_verifications v set
      verified_at = least(v.verified_at + ${days}::integer * interval '1 day', now()), verify_by = v.verify_by + ${days}::integer
    where v.service_id = any (${ids}::uuid[])`;
  await tx`
    update public.service_assurances a set told_on = least(a.told_on + ${days}::integer, current_date)
    where a.service_id = any (${ids}::uuid[])`;
  await tx`
    update private.demonstration_services d set version = s.version
    from public.services s where s.id = d.service_id and s.id = any (${ids}::uuid[])`;
  return moved.length;
}

async function addService(tx: TransactionSql, service: DemonstrationService, setting: Setting): Promise<void> {
  const { ids, owner, coalitionId, time_zone } = setting;
  const organizationId = ids.get(owner) ?? "";
  const { legal, phones, hours } = service;
  const day = (ago: number | undefined) => (ago === undefined ? null : tx`current_date - ${ago}::integer`);
  const [made] = await tx<{ id: string }[]>`
    insert into public.services (
      organization_id, coalition_id, provider_id, state, audience, source_language, name, description, eligibility,
      required_documents, cost, cost_note, website, area_served, terms, staff_languages, interpreter_languages,
      document_languages, time_zone, credential, credential_url, credential_checked_on, information_as_of, jurisdiction, reviewed_by
    ) values (
      ${organizationId}, ${service.audience === "coalition" ? coalitionId : null}, ${await addProvider(tx, service, organizationId)},
      ${service.state ?? "active"}, ${service.audience}, ${service.source}, ${tx.json(service.name)}, ${tx.json(service.description)},
      ${tx.json(service.eligibility ?? {})}, ${tx.json(service.documents ?? {})}, ${service.cost}, ${tx.json(service.costNote ?? {})},
      ${service.website ?? ""}, ${service.area},
      array(select t.id from public.taxonomy_terms t where t.id = any (${service.terms}::text[]) order by array_position(${service.terms}::text[], t.id)),
      ${service.staff}, ${service.interpreters ?? []}, ${service.papers ?? []}, ${time_zone}, ${legal?.credential ?? null},
      ${legal?.roster ?? ""}, ${day(legal?.checked)}, ${day(legal?.asOf)}, ${legal?.jurisdiction ?? ""}, ${legal?.reviewedBy ?? ""}
    ) returning id`;
  const row = { ...setting, organizationId, id: made?.id ?? "" };
  await share(tx, row, "card", service.recipients);
  for (const [position, { number, extension = "", label = {} }] of phones.entries()) {
    await tx`
      insert into public.service_phones (organization_id, service_id, position, number, extension, label)
      values (${organizationId}, ${row.id}, ${position}, ${number}, ${extension}, ${tx.json(label)})`;
  }
  for (const [position, open] of hours.entries()) {
    await tx`
      insert into public.service_schedules (organization_id, service_id, position, weekdays, opens_minute, closes_minute)
      values (${organizationId}, ${row.id}, ${position}, ${open.days}::smallint[], ${minute(open.from)}, ${closing(open)})`;
  }
  if (service.holidays) await closeOnHolidays(tx, row);
  await addBelow(tx, service, row);
  await makeSure(tx, service, row);
}

/** A provider that an organization names twice is one. */
async function addProvider(tx: TransactionSql, { provider }: DemonstrationService, organizationId: string) {
  if (!provider) return null;
  const { name, aliases = [], description = {}, website = "" } = provider;
  const [known] = await tx<{ id: string }[]>`
    select id from public.providers where organization_id = ${organizationId} and name = ${tx.json(name)}`;
  if (known) return known.id;
  const [made] = await tx<{ id: string }[]>`
    insert into public.providers (organization_id, name, aliases, description, website)
    values (${organizationId}, ${tx.json(name)}, ${aliases}, ${tx.json(description)}, ${website}) returning id`;
  return made?.id ?? null;
}

/** Where it is, what it said about papers, and what its owner notes: each with those who may see it. */
async function addBelow(tx: TransactionSql, { place, assurance, notes, translation }: DemonstrationService, row: Row) {
  const { organizationId, id, coalitionId } = row;
  if (place) {
    const { audience, recipients, at, directions = {}, ...columns } = place;
    const [latitude, longitude] = at;
    const location = {
      ...columns,
      latitude,
      longitude,
      directions: tx.json(directions),
      organization_id: organizationId,
    };
    await tx`
      with place as (insert into public.locations ${tx(location)} returning id)
      insert into public.service_at_locations (organization_id, service_id, location_id, audience, coalition_id)
      select ${organizationId}, ${id}, place.id, ${audience}, ${audience === "coalition" ? coalitionId : null} from place`;
    await share(tx, row, "place", recipients);
  }
  if (assurance) {
    await tx`
      insert into public.service_assurances (organization_id, service_id, told_on, note, audience, coalition_id)
      values (${organizationId}, ${id}, current_date - ${assurance.daysAgo}::integer, ${tx.json(assurance.note ?? {})}, 'coalition', ${coalitionId})`;
  }
  if (notes) {
    await tx`insert into public.service_notes (organization_id, service_id, body) values (${organizationId}, ${id}, ${notes})`;
  }
  if (translation) {
    await tx`
      insert into public.service_translations ${tx({ organization_id: organizationId, service_id: id, ...translation })}`;
  }
}

async function share(tx: TransactionSql, { organizationId, id, ids }: Row, layer: string, recipients: string[] = []) {
  for (const recipient of recipients) {
    await tx`
      insert into public.service_shares (organization_id, service_id, layer, recipient_id)
      values (${organizationId}, ${id}, ${layer}, ${ids.get(recipient) ?? ""})`;
  }
}

async function makeSure(
  tx: TransactionSql,
  { verified }: DemonstrationService,
  { organizationId, id, owner, ids }: Row,
) {
  if (!verified) return;
  const { daysAgo, how, by = owner, days } = verified;
  await tx`
    insert into public.service_verifications (organization_id, service_id, verified_at, verifier_id, method, verify_by)
    values (${organizationId}, ${id}, now() - ${daysAgo}::integer * interval '1 day', ${ids.get(by) ?? ""}, ${how},
      current_date - ${daysAgo}::integer + ${days}::integer)`;
  await tx`
    update public.services set verified_at = now() - ${daysAgo}::integer * interval '1 day',
      verify_by = current_date - ${daysAgo}::integer + ${days}::integer
    where id = ${id}`;
}

/** New Year, Independence Day, Thanksgiving and Christmas of three years: a start moves no holiday. */
async function closeOnHolidays(tx: TransactionSql, { organizationId, id }: Row): Promise<void> {
  await tx`
    insert into public.service_closures (organization_id, service_id, closed_on, note)
    select ${organizationId}::uuid, ${id}::uuid, d.day, d.note
    from generate_series(0, 2) as later(years)
    cross join lateral (select extract(year from now())::integer + later.years as year) y
    cross join lateral (values
      (make_date(y.year + 1, 1, 1), '{"en": "New Year", "ko": "새해"}'::jsonb),
      (make_date(y.year, 7, 4), '{"en": "Independence Day", "ko": "독립기념일"}'),
      (make_date(y.year, 11, 22 + (11 - extract(isodow from make_date(y.year, 11, 1))::integer) % 7), '{"en": "Thanksgiving", "ko": "추수감사절"}'),
      (make_date(y.year, 12, 25), '{"en": "Christmas", "ko": "성탄절"}')
    ) as d(day, note)
    where d.day >= current_date - 1`;
}

const minute = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
/** What closes before it opens closes the day after. */
const closing = ({ from, to }: Hours) => minute(to) + (minute(to) <= minute(from) ? 1440 : 0);
