-- What belongs to the card of a service and is a list: its translations, phones and hours.

create table public.service_translations (
  organization_id uuid not null,
  service_id uuid not null,
  language text not null,
  by_machine boolean not null default false,
  reviewed_at timestamptz,
  stale boolean not null default false,
  constraint service_translations_one_per_language primary key (organization_id, service_id, language),
  constraint service_translations_belong_to_the_owner foreign key (organization_id, service_id)
    references public.services (organization_id, id) on delete cascade,
  constraint service_translations_language_is_a_tag check (core.is_language(language))
);
comment on table public.service_translations is
  'How the texts of a service in a language other than its source came about. Kept by triggers; what a person writes has no row until it matters.';
comment on column public.service_translations.by_machine is 'Translated by a machine, and labelled so until a person reviewed it.';
comment on column public.service_translations.stale is 'The source has changed since, and this text has not.';

create table public.service_phones (
  organization_id uuid not null,
  service_id uuid not null,
  position smallint not null,
  number text not null,
  extension text not null default '',
  label jsonb not null default '{}',
  constraint service_phones_one_per_position primary key (organization_id, service_id, position),
  constraint service_phones_belong_to_the_owner foreign key (organization_id, service_id)
    references public.services (organization_id, id) on delete cascade,
  constraint service_phones_are_few check (position between 0 and 9),
  constraint service_phones_number_is_international check (number ~ '^\+[1-9][0-9]{6,14}$' or number ~ '^[0-9]{3,6}$'),
  constraint service_phones_extension_is_digits check (extension ~ '^[0-9]{0,10}$'),
  constraint service_phones_label_is_text check (core.are_texts(label, 80, false))
);
comment on table public.service_phones is 'By which number a service is called. Part of the card: the first is its front door.';
comment on column public.service_phones.number is 'E.164 (+12135550100), or a short number such as 211.';

create table public.service_schedules (
  organization_id uuid not null,
  service_id uuid not null,
  position smallint not null,
  weekdays smallint[] not null,
  opens_minute smallint not null,
  closes_minute smallint not null,
  constraint service_schedules_one_per_position primary key (organization_id, service_id, position),
  constraint service_schedules_belong_to_the_owner foreign key (organization_id, service_id)
    references public.services (organization_id, id) on delete cascade,
  constraint service_schedules_are_few check (position between 0 and 27),
  constraint service_schedules_weekdays_are_days check (cardinality(weekdays) between 1 and 7 and weekdays <@ array[1, 2, 3, 4, 5, 6, 7]::smallint[]),
  constraint service_schedules_open_within_the_day check (opens_minute between 0 and 1439),
  constraint service_schedules_close_after_opening check (closes_minute > opens_minute and closes_minute <= opens_minute + 1440)
);
comment on table public.service_schedules is 'When a service is open in an ordinary week, in the zone of the service.';
comment on column public.service_schedules.weekdays is 'ISO days on which it opens: 1 is Monday.';
comment on column public.service_schedules.opens_minute is 'Wall time in minutes since midnight.';
comment on column public.service_schedules.closes_minute is 'Wall time in minutes since the midnight before it opens: 0 to 1440 is a whole day, more than 1440 ends the day after.';

create table public.service_closures (
  organization_id uuid not null,
  service_id uuid not null,
  closed_on date not null,
  note jsonb not null default '{}',
  constraint service_closures_once_per_day primary key (organization_id, service_id, closed_on),
  constraint service_closures_belong_to_the_owner foreign key (organization_id, service_id)
    references public.services (organization_id, id) on delete cascade,
  constraint service_closures_note_is_text check (core.are_texts(note, 120, false))
);
comment on table public.service_closures is 'A day, in the zone of the service, on which it does not open: a holiday.';

create type public.verification_method as enum ('phone', 'visit', 'website', 'provider', 'owner');
comment on type public.verification_method is
  'How somebody made sure: called, went there, read the website, heard it from who gives the service, or the owner of the listing says so.';

create table public.service_verifications (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null,
  service_id uuid not null,
  verified_at timestamptz not null default now(),
  verifier_id uuid references public.organizations on delete set null,
  method public.verification_method not null,
  verify_by date not null,
  constraint service_verifications_belong_to_the_owner foreign key (organization_id, service_id)
    references public.services (organization_id, id) on delete cascade
);
comment on table public.service_verifications is
  'That somebody made sure that a service is as its card says. Whoever sees the card sees when and how, and by whom where they may know that organization.';
comment on column public.service_verifications.verifier_id is 'The organization for which somebody made sure.';
comment on column public.service_verifications.verify_by is 'The day until which that is believed.';
create index service_verifications_service_idx on public.service_verifications (organization_id, service_id, verified_at desc);
create index service_verifications_verifier_idx on public.service_verifications (verifier_id);

create table public.service_changes (
  organization_id uuid not null,
  service_id uuid not null,
  changed_at timestamptz not null default now(),
  transaction_id xid8 not null default pg_current_xact_id(),
  person_id uuid references public.people on delete set null,
  fields text[] not null,
  constraint service_changes_once_per_transaction primary key (organization_id, service_id, transaction_id),
  constraint service_changes_belong_to_the_owner foreign key (organization_id, service_id)
    references public.services (organization_id, id) on delete cascade
);
comment on table public.service_changes is
  'Who changed which fields of a service, and when: columns, never values. One row for each transaction; the first names "created".';
create index service_changes_person_idx on public.service_changes (person_id);

alter table public.service_translations enable row level security;
alter table public.service_translations force row level security;
alter table public.service_phones enable row level security;
alter table public.service_phones force row level security;
alter table public.service_schedules enable row level security;
alter table public.service_schedules force row level security;
alter table public.service_closures enable row level security;
alter table public.service_closures force row level security;
alter table public.service_verifications enable row level security;
alter table public.service_verifications force row level security;
alter table public.service_changes enable row level security;
alter table public.service_changes force row level security;
