-- People who say that they will come, without an account: what a gathering asks of them, and what it keeps, for how long.

alter table private.role_permissions drop constraint role_permissions_are_known;
alter table private.role_permissions add constraint role_permissions_are_known check (permission in (
  'gatherings.read', 'gatherings.write', 'members.read', 'members.write', 'organization.write', 'coalition.write',
  'signups.read'
));
insert into private.role_permissions (role, permission) values
  ('member', 'signups.read'), ('editor', 'signups.read'), ('admin', 'signups.read');

create table public.signup_lists (
  organization_id uuid not null,
  gathering_id uuid not null,
  capacity integer,
  headcount_public boolean not null default false,
  keep_days smallint not null default 14,
  closes_hours_before smallint,
  closed boolean not null default false,
  constraint signup_lists_one_per_gathering primary key (organization_id, gathering_id),
  constraint signup_lists_belong_to_the_owner foreign key (organization_id, gathering_id)
    references public.gatherings (organization_id, id) on delete cascade,
  constraint signup_lists_capacity_is_sane check (capacity between 1 and 10000),
  constraint signup_lists_keep_days_are_few check (keep_days between 1 and 90),
  constraint signup_lists_close_before_the_start check (closes_hours_before between 0 and 720)
);
comment on table public.signup_lists is
  'That one may sign up for a gathering, and on which terms. Whoever changes who comes waits at this row, so that seats are given out one after the other.';
comment on column public.signup_lists.capacity is 'How many can come; empty where there is room for everybody.';
comment on column public.signup_lists.headcount_public is 'Whether everyone who sees the gathering sees how many come.';
comment on column public.signup_lists.keep_days is
  'For how many days after its end the people who signed up are kept. A person keeps the date they were told, or an earlier one.';
comment on column public.signup_lists.closes_hours_before is 'How long before the start it closes; empty where it is open until the end.';

create type public.signup_state as enum ('coming', 'waiting', 'cancelled');
comment on type public.signup_state is
  'Who comes has seats. Who waits is promoted in the order they came. A cancelled sign-up has forgotten whose it was.';

create table public.signups (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null references public.organizations on delete cascade,
  gathering_owner_id uuid not null,
  gathering_id uuid not null,
  name text not null,
  seats smallint not null,
  language text not null,
  needs text[] not null default '{}',
  contact text not null default '',
  told_host boolean not null default false,
  state public.signup_state not null,
  place integer not null,
  created_at timestamptz not null default clock_timestamp(),
  promoted_at timestamptz,
  told_at timestamptz,
  delete_at timestamptz not null,
  constraint signups_tenant_key unique (organization_id, id),
  constraint signups_stand_on_a_list foreign key (gathering_owner_id, gathering_id)
    references public.signup_lists (organization_id, gathering_id) on delete cascade,
  constraint signups_name_is_a_line check (core.is_line(name, 80) and (core.is_visible(name) or state = 'cancelled')),
  constraint signups_seats_are_few check (seats between 1 and 20),
  constraint signups_language_is_a_tag check (core.is_language(language)),
  constraint signups_needs_are_known check (
    cardinality(needs) <= 4 and needs <@ array['interpretation', 'access', 'childcare', 'ride']
  ),
  constraint signups_contact_is_a_line check (core.is_line(contact, 120)),
  constraint signups_forget_when_cancelled check (
    state <> 'cancelled' or (name = '' and contact = '' and needs = '{}' and not told_host)
  )
);
comment on table public.signups is
  'A person, or several who come together, signed up for a gathering. Belongs to the organization through whose link they came. Nothing else may be asked of them, and after delete_at nothing is kept.';
comment on column public.signups.organization_id is 'The organization through whose link they came; only its people see who it is.';
comment on column public.signups.gathering_owner_id is 'The owner of the gathering, which sees who it is only where told_host says so.';
comment on column public.signups.name is 'A name or nickname.';
comment on column public.signups.contact is 'An email address or a telephone number, if they gave one. Mail is sent to an address; a number is for people.';
comment on column public.signups.told_host is 'Whether they chose to tell the owner of the gathering who they are as well.';
comment on column public.signups.place is 'Their place in the queue of this one list.';
comment on column public.signups.promoted_at is 'When seats became free for them after they had waited.';
comment on column public.signups.told_at is 'When mail about the promotion was queued; empty where somebody has to call.';
create index signups_organization_idx on public.signups (organization_id, gathering_id);
create index signups_list_idx on public.signups (gathering_owner_id, gathering_id, place);
create index signups_delete_idx on public.signups (delete_at);

create table private.return_codes (
  code_hash bytea primary key,
  signup_id uuid not null references public.signups on delete cascade,
  constraint return_codes_hash_is_sha256 check (octet_length(code_hash) = 32)
);
comment on table private.return_codes is
  'What opens a sign-up for whoever made it, as SHA-256: the code that was shown once, and the tokens of links in mail about it.';
create index return_codes_signup_idx on private.return_codes (signup_id);

alter type public.message_kind add value 'signup_confirmed';
alter type public.message_kind add value 'signup_promoted';
alter type public.message_kind add value 'signup_gathering_changed';

insert into private.limits (kind, scope, tries, within) values
  ('signup', 'network', 100, '1 hour'), ('signup', 'both', 60, '1 hour'), ('signup', 'account', 1000, '1 hour'),
  ('return_code', 'network', 60, '15 minutes');

alter table public.signup_lists enable row level security;
alter table public.signup_lists force row level security;
alter table public.signups enable row level security;
alter table public.signups force row level security;
alter table private.return_codes enable row level security;
alter table private.return_codes force row level security;
