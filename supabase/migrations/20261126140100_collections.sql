-- What somebody puts together for handing out: services that belong together for one reader.

create table public.collections (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null references public.organizations on delete cascade,
  coalition_id uuid,
  submission_id uuid not null default gen_random_uuid(),
  audience public.audience not null default 'owner',
  name jsonb not null,
  note jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  constraint collections_tenant_key unique (organization_id, id),
  constraint collections_one_per_submission unique (organization_id, submission_id),
  constraint collections_stand_in_own_coalition foreign key (organization_id, coalition_id)
    references public.standings (organization_id, coalition_id) on delete set null (coalition_id),
  -- Whom a service goes to is said at the service; a collection opens none.
  constraint collections_are_named_to_nobody check (audience <> 'named'),
  constraint collections_name_in_some_language check (core.are_texts(name, 120, false) and name <> '{}'),
  constraint collections_note_is_text check (core.are_texts(note, 1000, true)),
  constraint collections_version_counts_up check (version >= 1)
);
comment on table public.collections is
  'Services that an organization hands out together, its own and those of others that it sees. Opens no service to anybody, and says nothing of a person.';
comment on column public.collections.version is 'Counts changes of its name, note and audience; what it holds moves nothing.';
create index collections_standing_idx on public.collections (organization_id, coalition_id);
create index collections_coalition_idx on public.collections (coalition_id);
create index collections_open_to_everyone_idx on public.collections (organization_id) where audience = 'everyone';

create table public.collection_entries (
  organization_id uuid not null,
  collection_id uuid not null,
  owner_id uuid not null,
  service_id uuid not null,
  position bigint not null default (extract(epoch from clock_timestamp()) * 1000000)::bigint,
  note text not null default '',
  constraint collection_entries_once_per_service primary key (organization_id, collection_id, owner_id, service_id),
  constraint collection_entries_belong_to_the_collection foreign key (organization_id, collection_id)
    references public.collections (organization_id, id) on delete cascade,
  constraint collection_entries_point_to_a_service foreign key (owner_id, service_id)
    references public.services (organization_id, id) on delete cascade,
  constraint collection_entries_note_is_a_line check (core.is_line(note, 200))
);
comment on table public.collection_entries is
  'That a collection holds a service. Seen by whoever sees both; when the service goes, it goes without a word.';
comment on column public.collection_entries.owner_id is 'The organization that lists the service.';
comment on column public.collection_entries.position is
  'A moment, in microseconds: consecutive numbers would tell of an entry between two that its reader does not see.';
create index collection_entries_service_idx on public.collection_entries (owner_id, service_id);

alter table public.collections enable row level security;
alter table public.collections force row level security;
alter table public.collection_entries enable row level security;
alter table public.collection_entries force row level security;
