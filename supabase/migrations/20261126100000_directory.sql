-- Where to find help: services as HSDS 3.1 (Human Services Data Specification) shapes them, with the words people look for.

alter table private.role_permissions drop constraint role_permissions_are_known;
alter table private.role_permissions add constraint role_permissions_are_known check (permission in (
  'gatherings.read', 'gatherings.write', 'members.read', 'members.write', 'organization.write', 'coalition.write',
  'signups.read', 'resources.read', 'resources.write'
));
insert into private.role_permissions (role, permission) values
  ('viewer', 'resources.read'), ('member', 'resources.read'),
  ('editor', 'resources.read'), ('editor', 'resources.write'),
  ('admin', 'resources.read'), ('admin', 'resources.write');

create function core.is_web_link(value text) returns boolean
language sql immutable parallel safe set search_path = '' as $$
  select value ~ '^https?://[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?\.[A-Za-z]{2,}(:[0-9]{1,5})?([/?#][^[:space:]<>"''`\\]*)?$'
$$;
comment on function core.is_web_link(text) is
  'As core.is_https_link, for pages of others, which may have no https.';

create function core.is_mail_address(value text) returns boolean
language sql immutable parallel safe set search_path = '' as $$
  select value ~ '^[^[:space:]<>()",:;@\\]{1,64}@[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?\.[A-Za-z]{2,}$'
$$;
comment on function core.is_mail_address(text) is 'An address one can write to: a name, an @ and a host. A display name or several addresses are none.';

create table public.taxonomy_terms (
  id text primary key,
  parent_id text references public.taxonomy_terms,
  name jsonb not null,
  synonyms jsonb not null default '{}',
  open_eligibility_code text,
  position smallint not null,
  constraint taxonomy_terms_id_is_a_path check (id ~ '^[a-z0-9-]+(/[a-z0-9-]+)*$' and char_length(id) <= 80),
  constraint taxonomy_terms_parent_is_its_path check (parent_id is not distinct from nullif(regexp_replace(id, '/?[^/]+$', ''), '')),
  constraint taxonomy_terms_name_in_both_languages check (core.are_texts(name, 80, false) and name ?& array['ko', 'en']),
  constraint taxonomy_terms_synonyms_are_lists check (jsonb_typeof(synonyms) = 'object'),
  constraint taxonomy_terms_one_per_position unique (position)
);
comment on table public.taxonomy_terms is
  'What one may need help with: a subset of Open Eligibility 2.0 (CC BY-SA 3.0) and what immigrants need besides. Common knowledge; only migrations write it.';
comment on column public.taxonomy_terms.id is 'A path of English words: legal/deferred-action. Stable; exports carry it.';
comment on column public.taxonomy_terms.synonyms is 'Language tag to a list of what people type instead of the name.';
comment on column public.taxonomy_terms.open_eligibility_code is 'The code of the term in Open Eligibility; empty where the term is ours.';
comment on column public.taxonomy_terms.position is 'Order in lists.';
create index taxonomy_terms_parent_idx on public.taxonomy_terms (parent_id);

create table public.providers (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null references public.organizations on delete cascade,
  hsds_id uuid not null default gen_random_uuid(),
  name jsonb not null,
  aliases text[] not null default '{}',
  description jsonb not null default '{}',
  website text not null default '',
  constraint providers_tenant_key unique (organization_id, id),
  -- Of its owner alone: a key for all would tell that somebody else lists the same.
  constraint providers_one_per_hsds_id unique (organization_id, hsds_id),
  constraint providers_name_in_some_language check (core.are_texts(name, 160, false) and name <> '{}'),
  constraint providers_aliases_are_lines check (core.are_lines(aliases, 10, 80)),
  constraint providers_description_is_text check (core.are_texts(description, 2000, true)),
  constraint providers_website_is_a_link check (website = '' or (core.is_line(website, 500) and core.is_web_link(website)))
);
comment on table public.providers is
  'Who gives a service (HSDS: organization). Needs no account here. Whoever sees one of its services sees it.';
comment on column public.providers.hsds_id is 'The id in HSDS exports: kept when somebody else''s export is taken in.';
comment on column public.providers.aliases is 'Former names and abbreviations by which people look for it.';

create type public.service_state as enum ('draft', 'active', 'paused', 'closed');
comment on type public.service_state is
  'A draft is its owner''s alone. One that is paused or closed is seen where somebody holds its link, and found by nobody.';

create type public.service_cost as enum ('unknown', 'free', 'sliding', 'paid');
comment on type public.service_cost is 'What it costs who comes; sliding: by income.';

create type public.credential as enum ('none', 'attorney', 'doj_accredited');
comment on type public.credential is
  'Who gives legal help: an attorney, a representative accredited by the U.S. Department of Justice (8 CFR 1292.1), or neither.';

create table public.services (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null references public.organizations on delete cascade,
  coalition_id uuid,
  provider_id uuid,
  hsds_id uuid not null default gen_random_uuid(),
  submission_id uuid not null default gen_random_uuid(),
  state public.service_state not null default 'active',
  audience public.audience not null default 'owner',
  source_language text not null,
  name jsonb not null,
  description jsonb not null default '{}',
  eligibility jsonb not null default '{}',
  required_documents jsonb not null default '{}',
  cost public.service_cost not null default 'unknown',
  cost_note jsonb not null default '{}',
  website text not null default '',
  email text not null default '',
  area_served text[] not null default '{}',
  terms text[] not null default '{}',
  staff_languages text[] not null default '{}',
  interpreter_languages text[] not null default '{}',
  document_languages text[] not null default '{}',
  time_zone text not null references core.time_zones (name),
  credential public.credential,
  credential_url text not null default '',
  credential_checked_on date,
  information_as_of date,
  jurisdiction text not null default '',
  reviewed_by text not null default '',
  verified_at timestamptz,
  verify_by date,
  version integer not null default 1,
  shared_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint services_tenant_key unique (organization_id, id),
  constraint services_one_per_hsds_id unique (organization_id, hsds_id),
  constraint services_one_per_submission unique (organization_id, submission_id),
  constraint services_stand_in_own_coalition foreign key (organization_id, coalition_id)
    references public.standings (organization_id, coalition_id) on delete set null (coalition_id),
  constraint services_are_given_by_own_provider foreign key (organization_id, provider_id)
    references public.providers (organization_id, id),
  constraint services_name_in_its_source_language check (core.are_texts(name, 160, false) and name ? source_language),
  constraint services_description_is_text check (core.are_texts(description, 4000, true)),
  constraint services_eligibility_is_text check (core.are_texts(eligibility, 1000, true)),
  constraint services_required_documents_are_text check (core.are_texts(required_documents, 1000, true)),
  constraint services_cost_note_is_text check (core.are_texts(cost_note, 500, true)),
  constraint services_website_is_a_link check (website = '' or (core.is_line(website, 500) and core.is_web_link(website))),
  constraint services_email_is_an_address check (email = '' or (core.is_line(email, 254) and core.is_mail_address(email))),
  constraint services_area_served_are_lines check (core.are_lines(area_served, 20, 120)),
  constraint services_terms_are_few check (cardinality(terms) <= 12),
  constraint services_staff_languages_are_tags check (core.are_languages(staff_languages)),
  constraint services_interpreter_languages_are_tags check (core.are_languages(interpreter_languages)),
  constraint services_document_languages_are_tags check (core.are_languages(document_languages)),
  constraint services_credential_url_is_a_link check (
    credential_url = '' or (core.is_line(credential_url, 500) and core.is_web_link(credential_url))
  ),
  constraint services_jurisdiction_is_a_line check (core.is_line(jurisdiction, 120)),
  constraint services_reviewed_by_is_a_line check (core.is_line(reviewed_by, 160)),
  constraint services_version_counts_up check (version >= 1)
);
comment on table public.services is
  'Help that people can find (HSDS: service): its card, which goes to its audience. Belongs for ever to the organization that lists it, which need not give it.';
comment on column public.services.provider_id is 'Who gives it; empty where the owner itself does.';
comment on column public.services.hsds_id is 'The id in HSDS exports: kept when somebody else''s export is taken in.';
comment on column public.services.source_language is 'The language of the texts that the others are translations of.';
comment on column public.services.terms is 'What it helps with: ids of taxonomy_terms.';
comment on column public.services.staff_languages is 'Spoken by those who help.';
comment on column public.services.interpreter_languages is 'Interpreted, at the place or by phone.';
comment on column public.services.document_languages is 'In which there are forms and papers.';
comment on column public.services.time_zone is 'The zone of its opening hours.';
comment on column public.services.credential is 'Of who gives legal help; empty where the help is not legal.';
comment on column public.services.credential_url is 'Where the public roster shows it.';
comment on column public.services.information_as_of is 'The day as of which legal information was right, in its jurisdiction.';
comment on column public.services.reviewed_by is 'Who reviewed legal information, and as what: a role and an organization, never a person''s name.';
comment on column public.services.verified_at is 'When somebody last made sure; kept by triggers from service_verifications.';
comment on column public.services.verify_by is 'The day until which that is believed; kept like verified_at.';
comment on column public.services.version is 'Counts every change of every layer; told to those who may write alone.';
create index services_standing_idx on public.services (organization_id, coalition_id);
create index services_coalition_idx on public.services (coalition_id);
create index services_provider_idx on public.services (organization_id, provider_id);
create index services_time_zone_idx on public.services (time_zone);
create index services_open_to_everyone_idx on public.services (organization_id) where audience = 'everyone' and state <> 'draft';
alter table public.taxonomy_terms enable row level security;
alter table public.taxonomy_terms force row level security;
alter table public.providers enable row level security;
alter table public.providers force row level security;
alter table public.services enable row level security;
alter table public.services force row level security;
