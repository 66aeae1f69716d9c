-- Whether the directory is still right: who may make sure, who looks after what its owner left alone, and what others say is
-- different.

alter table private.role_permissions drop constraint role_permissions_are_known;
alter table private.role_permissions add constraint role_permissions_are_known check (permission in (
  'gatherings.read', 'gatherings.write', 'members.read', 'members.write', 'organization.write', 'coalition.write',
  'signups.read', 'resources.read', 'resources.write', 'resources.verify'
));
insert into private.role_permissions (role, permission) values
  ('member', 'resources.verify'), ('editor', 'resources.verify'), ('admin', 'resources.verify');

create table private.verification_lifetimes (
  term text primary key,
  days smallint not null,
  constraint verification_lifetimes_term_is_a_path check (term ~ '^[a-z0-9-]+(/[a-z0-9-]+)*$'),
  constraint verification_lifetimes_are_sane check (days between 1 and 365)
);
comment on table private.verification_lifetimes is
  'For how many days it is believed of help of a kind, and of everything below that kind, that it is as somebody found it. What stands nowhere here: 365. Of several kinds the shortest counts.';
comment on column private.verification_lifetimes.term is 'The id of one of taxonomy_terms.';
insert into private.verification_lifetimes (term, days) values
  ('emergency', 30), ('health/psychiatric-emergency', 30), ('legal', 90), ('food', 180), ('health', 180), ('housing', 180),
  ('money', 180), ('work', 180), ('care', 180);

create table private.service_reminders (
  organization_id uuid not null,
  service_id uuid not null,
  first_at timestamptz not null default now(),
  constraint service_reminders_one_per_service primary key (organization_id, service_id),
  constraint service_reminders_belong_to_the_owner foreign key (organization_id, service_id)
    references public.services (organization_id, id) on delete cascade
);
comment on table private.service_reminders is
  'Since when its owner has been asked by mail whether a service is still right, without an answer. Goes when somebody makes sure.';

alter table private.mailed_links
  add column service_owner_id uuid,
  add column service_id uuid,
  add constraint mailed_links_are_about_a_service foreign key (service_owner_id, service_id)
    references public.services (organization_id, id) on delete cascade,
  add constraint mailed_links_keep_a_service check (
    (kind = 'still_true') = (service_id is not null) and (service_id is null) = (service_owner_id is null)
  );
comment on column private.mailed_links.service_id is 'The service that one press says is still right.';
create index mailed_links_service_idx on private.mailed_links (service_owner_id, service_id);

alter table public.notification_choices drop constraint notification_choices_are_optional;
alter table public.notification_choices add constraint notification_choices_are_optional
  check (kind in ('reminder', 'digest', 'services_due'));

create table public.service_stewards (
  organization_id uuid not null,
  service_id uuid not null,
  steward_id uuid not null references public.organizations on delete cascade,
  since timestamptz not null default now(),
  constraint service_stewards_one_per_service primary key (organization_id, service_id),
  constraint service_stewards_belong_to_the_owner foreign key (organization_id, service_id)
    references public.services (organization_id, id) on delete cascade,
  constraint service_stewards_are_others check (steward_id <> organization_id)
);
comment on table public.service_stewards is
  'Which organization of the coalition looks after a service that its owner left alone: it makes sure, and corrects the facts of the card. The service stays its owner''s, who ends this at any time.';
create index service_stewards_steward_idx on public.service_stewards (steward_id);

create type public.suggestion_state as enum ('open', 'accepted', 'declined');
comment on type public.suggestion_state is 'A suggestion is open until the owner of the listing, or its steward, answers it.';

create table public.service_suggestions (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null,
  service_id uuid not null,
  field text not null,
  value jsonb not null,
  reason text not null default '',
  suggester_id uuid references public.organizations on delete cascade,
  person_id uuid references public.people on delete set null,
  contact text not null default '',
  language text not null,
  state public.suggestion_state not null default 'open',
  made_at timestamptz not null default clock_timestamp(),
  answered_at timestamptz,
  delete_at timestamptz not null default now() + interval '180 days',
  constraint service_suggestions_tenant_key unique (organization_id, id),
  constraint service_suggestions_belong_to_the_owner foreign key (organization_id, service_id)
    references public.services (organization_id, id) on delete cascade,
  constraint service_suggestions_change_one_fact check (field in (
    'name', 'description', 'eligibility', 'phones', 'schedules', 'staff_languages', 'cost', 'state', 'place'
  )),
  constraint service_suggestions_are_short check (pg_column_size(value) <= 8000),
  constraint service_suggestions_reason_is_text check (core.is_paragraph(reason, 500)),
  constraint service_suggestions_contact_is_an_address check (contact = '' or (core.is_line(contact, 254) and core.is_mail_address(contact))),
  constraint service_suggestions_language_is_a_tag check (core.is_language(language)),
  constraint service_suggestions_end_with_an_answer check ((state = 'open') = (answered_at is null)),
  constraint service_suggestions_forget_when_answered check (state = 'open' or contact = '')
);
comment on table public.service_suggestions is
  'That one field of a service is different by now, says somebody: an organization that sees the card, or anyone else through a guarded form. Changes nothing until its owner or steward accepts it.';
comment on column public.service_suggestions.value is 'What it should be, as the form of that field takes it.';
comment on column public.service_suggestions.suggester_id is 'The organization as whose member somebody suggests; empty where anyone may have.';
comment on column public.service_suggestions.person_id is 'Who of that organization is told the answer. Never shown.';
comment on column public.service_suggestions.contact is
  'A mail address for the answer, if somebody without an organization gave one. Shown to nobody, and emptied with the answer.';
comment on column public.service_suggestions.delete_at is 'After this, answered or not, nothing is kept.';
create index service_suggestions_service_idx on public.service_suggestions (organization_id, service_id);
create index service_suggestions_suggester_idx on public.service_suggestions (suggester_id);
create index service_suggestions_person_idx on public.service_suggestions (person_id);
create index service_suggestions_delete_idx on public.service_suggestions (delete_at);

create table private.suggestion_codes (
  code_hash bytea primary key,
  suggestion_id uuid not null references public.service_suggestions on delete cascade,
  constraint suggestion_codes_hash_is_sha256 check (octet_length(code_hash) = 32)
);
comment on table private.suggestion_codes is 'What shows the answer to whoever made a suggestion, as SHA-256 of the code that they were shown once.';
create index suggestion_codes_suggestion_idx on private.suggestion_codes (suggestion_id);

insert into private.limits (kind, scope, tries, within) values
  ('suggestion', 'network', 30, '1 hour'), ('suggestion', 'both', 10, '1 hour'), ('suggestion', 'account', 200, '1 hour');

alter table private.verification_lifetimes enable row level security;
alter table private.verification_lifetimes force row level security;
alter table private.service_reminders enable row level security;
alter table private.service_reminders force row level security;
alter table public.service_stewards enable row level security;
alter table public.service_stewards force row level security;
alter table public.service_suggestions enable row level security;
alter table public.service_suggestions force row level security;
alter table private.suggestion_codes enable row level security;
alter table private.suggestion_codes force row level security;
