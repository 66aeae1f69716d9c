-- Calendars kept elsewhere: what was read from them, the preview between reading and importing, and what became of each entry.

create type public.import_kind as enum ('file', 'address');
comment on type public.import_kind is 'Whether a calendar comes as a file or is read from an address.';

create table public.import_sources (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null references public.organizations on delete cascade,
  kind public.import_kind not null,
  name text not null,
  url text not null default '',
  last_imported_at timestamptz not null default now(),
  constraint import_sources_tenant_key unique (organization_id, id),
  constraint import_sources_once unique (organization_id, kind, name, url),
  constraint import_sources_name_is_a_line check (core.is_visible(name) and core.is_line(name, 120)),
  constraint import_sources_url_of_an_address check (
    (kind = 'address') = (url <> '') and char_length(url) <= 2000 and url ~ '^(https://[^[:space:]]+)?$'
  )
);
comment on table public.import_sources is 'A calendar kept elsewhere that an organization has imported from.';
comment on column public.import_sources.url is
  'Where it is read again. The address of a private calendar opens it to whoever holds it: it is for those who import, and no page shows it.';

create table public.imported_events (
  organization_id uuid not null references public.organizations on delete cascade,
  uid text not null,
  recurrence_id text not null default '',
  source_id uuid,
  gathering_id uuid,
  series_id uuid,
  content jsonb not null,
  -- The owner leads the key: whether somebody else has imported the same entry cannot be learned by trying.
  constraint imported_events_once primary key (organization_id, uid, recurrence_id),
  constraint imported_events_come_from_own_source foreign key (organization_id, source_id)
    references public.import_sources (organization_id, id) on delete set null (source_id),
  constraint imported_events_became_own_gathering foreign key (organization_id, gathering_id)
    references public.gatherings (organization_id, id) on delete cascade,
  constraint imported_events_became_own_series foreign key (organization_id, series_id)
    references public.gathering_series (organization_id, id) on delete cascade,
  constraint imported_events_became_something check (num_nonnulls(gathering_id, series_id) = 1),
  constraint imported_events_uid_is_short check (char_length(uid) between 1 and 500 and char_length(recurrence_id) <= 40),
  constraint imported_events_content_is_an_object check (jsonb_typeof(content) = 'object')
);
comment on table public.imported_events is
  'What an entry of a calendar kept elsewhere became here, so that importing it again changes it instead of doubling it.';
comment on column public.imported_events.recurrence_id is 'Which occurrence of a repeating entry it speaks of; empty for the entry itself.';
comment on column public.imported_events.content is
  'What the entry said when it was last imported: what differs from it here was changed here.';
create index imported_events_source_idx on public.imported_events (organization_id, source_id);
create index imported_events_gathering_idx on public.imported_events (organization_id, gathering_id);
create index imported_events_series_idx on public.imported_events (organization_id, series_id);

create table public.import_drafts (
  organization_id uuid not null references public.organizations on delete cascade,
  id uuid not null default gen_random_uuid(),
  source jsonb not null,
  result jsonb,
  created_at timestamptz not null default now(),
  constraint import_drafts_once primary key (organization_id, id),
  constraint import_drafts_source_is_small check (jsonb_typeof(source) = 'object' and octet_length(source::text) <= 8192)
);
comment on table public.import_drafts is
  'A calendar that was read and waits to be imported: deleted after a day. Who read it is not kept.';
comment on column public.import_drafts.source is 'Kind, name, address, zone and character set of what was read.';
comment on column public.import_drafts.result is 'What importing it did; then its entries are gone.';

create table public.import_entries (
  organization_id uuid not null,
  draft_id uuid not null,
  place integer not null,
  line integer not null,
  uid text not null,
  recurrence_id text not null default '',
  title text not null default '',
  content jsonb,
  series jsonb,
  remarks text[] not null default '{}',
  reason text,
  terms jsonb not null default '{}',
  constraint import_entries_once primary key (organization_id, draft_id, place),
  constraint import_entries_belong_to_own_draft foreign key (organization_id, draft_id)
    references public.import_drafts (organization_id, id) on delete cascade,
  constraint import_entries_are_few check (place between 1 and 4000),
  constraint import_entries_say_something_or_why_not check ((content is null) = (reason is not null)),
  constraint import_entries_are_small check (
    char_length(uid) <= 500 and char_length(recurrence_id) <= 40 and char_length(title) <= 200
    and octet_length(coalesce(content, '{}')::text) <= 65536 and octet_length(coalesce(series, '{}')::text) <= 65536
    and char_length(reason) <= 60 and octet_length(terms::text) <= 2000
  )
);
comment on table public.import_entries is
  'An entry of a calendar that waits to be imported: what it says as a gathering, or why it was set aside. Never who was invited to it.';
comment on column public.import_entries.line is 'Where it begins in the file.';
comment on column public.import_entries.reason is 'The key of the sentence that says why it was set aside.';

insert into private.limits (kind, scope, tries, within) values ('import', 'account', 30, '1 hour');

alter table public.import_sources enable row level security;
alter table public.import_sources force row level security;
alter table public.imported_events enable row level security;
alter table public.imported_events force row level security;
alter table public.import_drafts enable row level security;
alter table public.import_drafts force row level security;
alter table public.import_entries enable row level security;
alter table public.import_entries force row level security;
