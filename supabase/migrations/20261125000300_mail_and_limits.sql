-- What leaves by mail, the links in it, what people choose about it, and how often one may try.

-- ── Messages ────────────────────────────────────────────────────────────────────────────────────────────────

create type public.message_kind as enum (
  'invitation', 'sign_in_link', 'password_reset', 'password_changed', 'address_current', 'address_new',
  'address_changed', 'reminder', 'digest'
);
comment on type public.message_kind is 'What a message is for. Reminders and digests are a choice; the others are essential.';

create type public.message_state as enum ('waiting', 'sent', 'left_out', 'failed');
comment on type public.message_state is
  'A message waits until it is sent, is left out when there is nothing to say any longer, or has failed for good.';

create table public.messages (
  id uuid primary key default gen_random_uuid(),
  kind public.message_kind not null,
  organization_id uuid references public.organizations on delete cascade,
  person_id uuid references public.people on delete cascade,
  address text,
  about uuid,
  once text,
  queued_at timestamptz not null default now(),
  due_at timestamptz not null default now(),
  state public.message_state not null default 'waiting',
  attempts integer not null default 0,
  problem text,
  ended_at timestamptz,
  constraint messages_queued_once unique (organization_id, once),
  constraint messages_problem_is_a_word check (problem ~ '^[a-z_]{1,40}$'),
  constraint messages_end_with_a_state check ((state = 'waiting') = (ended_at is null)),
  constraint messages_forget_addresses check (state = 'waiting' or address is null)
);
comment on table public.messages is
  'Mail that waits or has left, without contents: what it says is decided when it is sent, by what its reader may see then. Rows of ended messages go after 30 days.';
comment on column public.messages.organization_id is 'On whose behalf it is sent; its admins see whether it failed. Empty for what concerns an account alone.';
comment on column public.messages.person_id is 'Who reads it; empty while the reader has no account.';
comment on column public.messages.address is 'Where to, while the reader has no account or the address is not theirs yet. Emptied when the message ends.';
comment on column public.messages.about is 'The invitation, gathering or change of address it is about. No reference: what is gone is left out.';
comment on column public.messages.once is 'What makes it unique, so that it is queued once: a reminder of one gathering, a digest of one week.';
comment on column public.messages.problem is 'A word for why the last attempt failed, never what the other server said.';
create index messages_organization_idx on public.messages (organization_id, queued_at);
create index messages_person_idx on public.messages (person_id);
create index messages_waiting_idx on public.messages (due_at) where state = 'waiting';
create index messages_ended_idx on public.messages (ended_at) where state <> 'waiting';

create table private.mailbox (
  message_id uuid primary key references public.messages on delete cascade,
  sent_at timestamptz not null default now(),
  recipient text not null,
  subject text not null,
  body_text text not null,
  body_html text not null,
  headers jsonb not null default '{}'
);
comment on table private.mailbox is 'In demonstration mode, what would have been sent; otherwise empty.';

-- ── Links in messages ───────────────────────────────────────────────────────────────────────────────────────

create table private.address_changes (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references public.people on delete cascade,
  new_email text not null,
  requested_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '1 day',
  current_confirmed_at timestamptz,
  new_confirmed_at timestamptz,
  constraint address_changes_one_per_person unique (person_id),
  constraint address_changes_address_is_folded check (new_email = lower(new_email) and char_length(new_email) between 3 and 254)
);
comment on table private.address_changes is
  'A change of address that waits for both ends: the old address and the new one each confirm by a link. A newer request replaces it.';

create type private.link_kind as enum ('sign_in', 'reset', 'address_current', 'address_new', 'unsubscribe');
comment on type private.link_kind is 'What a mailed link does.';

create table private.mailed_links (
  token_hash bytea primary key,
  kind private.link_kind not null,
  person_id uuid not null references public.people on delete cascade,
  change_id uuid references private.address_changes on delete cascade,
  message_kind public.message_kind,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  constraint mailed_links_hash_is_sha256 check (octet_length(token_hash) = 32),
  constraint mailed_links_expire check (expires_at > created_at),
  constraint mailed_links_confirm_a_change check ((kind in ('address_current', 'address_new')) = (change_id is not null)),
  constraint mailed_links_end_a_kind check ((kind = 'unsubscribe') = (message_kind is not null))
);
comment on table private.mailed_links is
  'Links that messages carried, as SHA-256 of their tokens. One that is used is deleted, save those that end a kind of mail.';
create index mailed_links_person_idx on private.mailed_links (person_id);
create index mailed_links_change_idx on private.mailed_links (change_id);
create index mailed_links_expires_idx on private.mailed_links (expires_at);

alter table public.invitations add column mailed_token_hash bytea,
  add constraint invitations_mailed_hash_is_sha256 check (octet_length(mailed_token_hash) = 32);
comment on column public.invitations.mailed_token_hash is
  'SHA-256 of the token in the mailed link, made when the mail is sent; token_hash is of the link that the admin was shown.';
create index invitations_mailed_token_idx on public.invitations (mailed_token_hash);

-- ── What people choose ──────────────────────────────────────────────────────────────────────────────────────

alter table public.people
  add column quiet_from time not null default '21:00',
  add column quiet_until time not null default '08:00';
comment on column public.people.quiet_from is 'From this wall time of theirs no mail that can wait is sent; equal ends mean no quiet hours.';

create table public.notification_choices (
  person_id uuid not null references public.people on delete cascade,
  kind public.message_kind not null,
  channel text not null default 'mail',
  wanted boolean not null,
  constraint notification_choices_one_each primary key (person_id, kind, channel),
  constraint notification_choices_are_optional check (kind in ('reminder', 'digest')),
  constraint notification_choices_channel_is_known check (channel = 'mail')
);
comment on table public.notification_choices is 'Which optional messages a person wants, by channel. Without a row the answer is yes.';

create table private.session_devices (
  session_id uuid primary key references auth.sessions on delete cascade,
  device text not null,
  constraint session_devices_are_named_shortly check (core.is_line(device, 60))
);
comment on table private.session_devices is 'On what kind of device a session began ("Firefox, Android"), for its person alone. No network address.';

-- ── How often one may try ───────────────────────────────────────────────────────────────────────────────────

create table private.limits (
  kind text not null,
  scope text not null,
  tries integer not null,
  within interval not null,
  constraint limits_once primary key (kind, scope),
  constraint limits_scope_is_known check (scope in ('network', 'account', 'both')),
  constraint limits_are_finite check (tries > 0 and within > interval '0' and within <= interval '1 day')
);
comment on table private.limits is
  'How many tries of a kind there are within a time: for a network address, for an account wherever it is tried from, or for both together.';

insert into private.limits (kind, scope, tries, within) values
  ('sign_in', 'both', 10, '15 minutes'), ('sign_in', 'network', 100, '15 minutes'), ('sign_in', 'account', 100, '1 hour'),
  ('mailed_link', 'both', 5, '1 hour'), ('mailed_link', 'network', 30, '1 hour'), ('mailed_link', 'account', 10, '1 hour'),
  ('open_link', 'network', 60, '15 minutes'),
  ('public_form', 'network', 30, '1 hour'),
  ('invitation', 'account', 100, '1 day'),
  ('password', 'account', 10, '15 minutes');

create table private.counters (
  bucket bytea primary key,
  full_until timestamptz not null
);
comment on table private.counters is
  'Tries counted per limit and subject, which is a keyed hash and nothing else (generic cell rate algorithm, ITU-T I.371: one instant per bucket). Goes when it is over, within a day.';
create index counters_full_until_idx on private.counters (full_until);

alter table public.messages enable row level security;
alter table public.messages force row level security;
alter table private.mailbox enable row level security;
alter table private.mailbox force row level security;
alter table private.address_changes enable row level security;
alter table private.address_changes force row level security;
alter table private.mailed_links enable row level security;
alter table private.mailed_links force row level security;
alter table public.notification_choices enable row level security;
alter table public.notification_choices force row level security;
alter table private.session_devices enable row level security;
alter table private.session_devices force row level security;
alter table private.limits enable row level security;
alter table private.limits force row level security;
alter table private.counters enable row level security;
alter table private.counters force row level security;
