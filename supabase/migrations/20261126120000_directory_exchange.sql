-- The directory exchanged with others: what was read from a file, the preview between reading and taking in, what became of each
-- service of it, and what goes back when somebody changes their mind.

create type public.service_import_state as enum ('read', 'waiting', 'taken', 'failed', 'leaving', 'undone');
comment on type public.service_import_state is
  'Of a file with services: read and shown, waiting to be taken in, taken in, failed with nothing taken in, waiting to be undone, undone.';

create table public.service_imports (
  organization_id uuid not null references public.organizations on delete cascade,
  id uuid not null default gen_random_uuid(),
  person_id uuid references public.people on delete set null,
  source jsonb not null,
  audience public.audience not null default 'owner',
  coalition_id uuid,
  state public.service_import_state not null default 'read',
  problem jsonb,
  result jsonb,
  created_at timestamptz not null default now(),
  taken_at timestamptz,
  constraint service_imports_once primary key (organization_id, id),
  constraint service_imports_source_is_small check (jsonb_typeof(source) = 'object' and octet_length(source::text) <= 32768),
  constraint service_imports_go_to_one_audience check (audience <> 'named'),
  constraint service_imports_stand_in_own_coalition foreign key (organization_id, coalition_id)
    references public.standings (organization_id, coalition_id) on delete set null (coalition_id)
);
comment on table public.service_imports is
  'A file with services that was read, and what became of it. Deleted a day after it was read or taken in; until then it can be undone.';
comment on column public.service_imports.person_id is 'As whom the worker takes it in: whoever pressed. Told to nobody.';
comment on column public.service_imports.source is 'Name, hash, kind and characters of the file, and which of its columns were left out.';
comment on column public.service_imports.audience is 'Who sees the cards of services that are new. Their places stay the owner''s alone.';
comment on column public.service_imports.problem is 'Why it failed: the key of a sentence, and the row.';
create index service_imports_person_idx on public.service_imports (person_id);
create index service_imports_standing_idx on public.service_imports (organization_id, coalition_id);

create table public.service_import_rows (
  organization_id uuid not null,
  import_id uuid not null,
  place integer not null,
  row_number integer not null,
  uid uuid not null,
  title text not null default '',
  content jsonb,
  refused jsonb not null default '[]',
  remarks jsonb not null default '[]',
  left_out boolean not null default false,
  takes_theirs boolean not null default false,
  outcome text,
  service_id uuid,
  provider_id uuid,
  writes jsonb,
  conflicts jsonb,
  before jsonb,
  known jsonb,
  seen_version integer,
  constraint service_import_rows_once primary key (organization_id, import_id, place),
  constraint service_import_rows_belong_to_own_import foreign key (organization_id, import_id)
    references public.service_imports (organization_id, id) on delete cascade,
  constraint service_import_rows_became_own_service foreign key (organization_id, service_id)
    references public.services (organization_id, id) on delete set null (service_id),
  constraint service_import_rows_are_few check (place between 1 and 20000),
  constraint service_import_rows_say_something_or_why_not check ((content is null) = (refused <> '[]')),
  constraint service_import_rows_are_small check (
    char_length(title) <= 200 and octet_length(coalesce(content, '{}')::text) <= 131072
    and octet_length(refused::text) <= 16384 and octet_length(remarks::text) <= 16384
  ),
  constraint service_import_rows_outcome_is_known check (outcome in ('made', 'changed', 'same'))
);
comment on table public.service_import_rows is
  'A row of a file with services: what it says of one, or why it was set aside; then what became of it, and what stood here before. Never a column that is not the directory''s.';
comment on column public.service_import_rows.uid is 'The HSDS id of the service, in the file or made of its name.';
comment on column public.service_import_rows.takes_theirs is 'Somebody chose what the file says over what was changed here.';
comment on column public.service_import_rows.writes is 'The fields that are written, as they will be.';
comment on column public.service_import_rows.conflicts is 'What the file says otherwise of fields that were changed here, and that was not written.';
comment on column public.service_import_rows.before is 'What the fields that were written said before; goes back when the import is undone.';
comment on column public.service_import_rows.known is 'What was known of its import before.';
comment on column public.service_import_rows.seen_version is 'The version of the service right after; what has another by now was changed since.';
create index service_import_rows_service_idx on public.service_import_rows (organization_id, service_id);

create table public.imported_services (
  organization_id uuid not null references public.organizations on delete cascade,
  uid uuid not null,
  service_id uuid not null,
  said jsonb not null,
  became jsonb not null,
  source_name text not null,
  source_hash text not null,
  row_number integer not null,
  imported_at timestamptz not null default now(),
  -- The owner leads the key: whether somebody else has imported the same service cannot be learned by trying.
  constraint imported_services_once primary key (organization_id, uid),
  constraint imported_services_became_own_service foreign key (organization_id, service_id)
    references public.services (organization_id, id) on delete cascade,
  constraint imported_services_come_from_a_file check (
    core.is_line(source_name, 120) and source_hash ~ '^[0-9a-f]{64}$' and row_number >= 1
  )
);
comment on table public.imported_services is
  'Where a service of the directory came from: which file, which row, when. By what it said then, an import tells what changed there from what was changed here.';
comment on column public.imported_services.said is 'What the file said of the service when it was last taken in.';
comment on column public.imported_services.became is 'What stood here right after. What differs from it by now was changed here.';
create index imported_services_service_idx on public.imported_services (organization_id, service_id);

create table private.service_import_progress (
  import_id uuid primary key,
  done integer not null,
  of integer not null
);
comment on table private.service_import_progress is
  'How far the worker has come with an import: written beside the transaction that takes it in, so that it is seen before that ends.';

alter table public.service_imports enable row level security;
alter table public.service_imports force row level security;
alter table public.service_import_rows enable row level security;
alter table public.service_import_rows force row level security;
alter table public.imported_services enable row level security;
alter table public.imported_services force row level security;
alter table private.service_import_progress enable row level security;
alter table private.service_import_progress force row level security;
