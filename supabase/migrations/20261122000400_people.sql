-- People, their role in an organization, what each role may do, and how the first account comes into being.

create type public.member_role as enum ('viewer', 'member', 'editor', 'admin');
comment on type public.member_role is 'What a person is in one organization. private.role_permissions says what follows from it.';

create table public.people (
  id uuid primary key references auth.users on delete cascade,
  display_name text not null,
  language text,
  time_zone text not null default 'UTC',
  constraint people_display_name_is_a_line check (core.is_visible(display_name) and core.is_line(display_name, 80)),
  constraint people_language_is_spoken_here check (core.is_language(language)),
  constraint people_time_zone_exists foreign key (time_zone) references core.time_zones (name)
);
comment on table public.people is 'A person with an account. Made together with it, gone together with it.';
comment on column public.people.language is 'The language the interface and mail speak to this person; empty while they have chosen none.';
create index people_time_zone_idx on public.people (time_zone);

create table public.memberships (
  organization_id uuid not null references public.organizations on delete cascade,
  person_id uuid not null references public.people on delete cascade,
  role public.member_role not null,
  created_at timestamptz not null default now(),
  constraint memberships_one_per_organization primary key (organization_id, person_id)
);
comment on table public.memberships is 'A person''s role in an organization. Access begins and ends with this row, at the next request.';
create index memberships_person_idx on public.memberships (person_id);

create table private.role_permissions (
  role public.member_role not null,
  permission text not null,
  constraint role_permissions_once primary key (role, permission),
  constraint role_permissions_are_known check (permission in (
    'gatherings.read', 'gatherings.write', 'members.read', 'members.write', 'organization.write', 'coalition.write'
  ))
);
comment on table private.role_permissions is
  'One row per thing a role may do. Policies and buttons both read it, so they cannot disagree. coalition.write counts only where the organization leads.';

insert into private.role_permissions (role, permission) values
  ('viewer', 'gatherings.read'),
  ('member', 'gatherings.read'), ('member', 'members.read'),
  ('editor', 'gatherings.read'), ('editor', 'members.read'), ('editor', 'gatherings.write'),
  ('admin', 'gatherings.read'),  ('admin', 'members.read'),  ('admin', 'gatherings.write'),
  ('admin', 'members.write'),    ('admin', 'organization.write'), ('admin', 'coalition.write');

create table private.settings (
  name text primary key,
  value jsonb not null
);
comment on table private.settings is 'What an installation knows about itself: ready_at, demonstration.';

create table private.first_links (
  token_hash bytea primary key,
  organization_id uuid references public.organizations on delete cascade,
  role public.member_role not null default 'admin',
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  used_by uuid,
  constraint first_links_hash_is_sha256 check (octet_length(token_hash) = 32),
  constraint first_links_expire check (expires_at > created_at)
);
comment on table private.first_links is
  'Single-use links through which the first accounts come. Without an organization, the account brings its own and leads its coalition.';
comment on column private.first_links.token_hash is 'SHA-256 of the token in the link. The token itself is nowhere stored.';
comment on column private.first_links.used_by is 'Whom it let in. No reference: it is written before the account''s row exists.';
create index first_links_organization_idx on private.first_links (organization_id);

alter table public.people enable row level security;
alter table public.people force row level security;
alter table public.memberships enable row level security;
alter table public.memberships force row level security;
alter table private.role_permissions enable row level security;
alter table private.role_permissions force row level security;
alter table private.settings enable row level security;
alter table private.settings force row level security;
alter table private.first_links enable row level security;
alter table private.first_links force row level security;
