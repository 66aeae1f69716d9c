-- Where two sources disagree about a service.

create table public.service_disagreements (
  organization_id uuid not null,
  service_id uuid not null,
  field text not null,
  source text not null,
  theirs jsonb not null,
  noted_at timestamptz not null default now(),
  constraint service_disagreements_one_per_source primary key (organization_id, service_id, field, source),
  constraint service_disagreements_belong_to_the_owner foreign key (organization_id, service_id)
    references public.services (organization_id, id) on delete cascade,
  constraint service_disagreements_are_about_a_field check (field ~ '^[a-z_]{1,40}$' and field not in ('notes', 'assurance', 'audience')),
  constraint service_disagreements_name_their_source check (core.is_visible(source) and core.is_line(source, 120)),
  constraint service_disagreements_are_short check (pg_column_size(theirs) <= 16000)
);
comment on table public.service_disagreements is
  'What another source says of a field that its owner''s people wrote by hand. Shown beside what the card says, never written over it.';
comment on column public.service_disagreements.field is 'A key of what public.revise_service takes: phones, schedules, website.';
comment on column public.service_disagreements.theirs is 'What the source says, as public.revise_service takes it.';

alter table public.service_disagreements enable row level security;
alter table public.service_disagreements force row level security;
