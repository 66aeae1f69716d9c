-- Invitations: how people come into an organization.

create table public.invitations (
  organization_id uuid not null references public.organizations on delete cascade,
  id uuid not null default gen_random_uuid(),
  email text not null,
  role public.member_role not null,
  token_hash bytea not null,
  invited_by uuid references public.people on delete set null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid,
  withdrawn_at timestamptz,
  primary key (organization_id, id),
  constraint invitations_hash_is_sha256 check (octet_length(token_hash) = 32),
  constraint invitations_address_is_folded check (email = lower(email) and char_length(email) between 3 and 254),
  constraint invitations_end_once check (accepted_at is null or withdrawn_at is null),
  constraint invitations_accepted_by_somebody check ((accepted_at is null) = (accepted_by is null))
);
comment on table public.invitations is
  'An address invited into a role of an organization. Open until it is accepted, withdrawn or seven days old; the link works once and for that address alone.';
comment on column public.invitations.email is 'The invited address in small letters. Admins of the organization alone read it.';
comment on column public.invitations.token_hash is 'SHA-256 of the token in the link. The token itself is nowhere stored.';
comment on column public.invitations.accepted_by is 'Whom it let in. No reference: it is written before the account''s row exists.';
create unique index invitations_one_open_per_address on public.invitations (organization_id, email)
  where accepted_at is null and withdrawn_at is null;
create index invitations_token_idx on public.invitations (token_hash);
create index invitations_accepted_by_idx on public.invitations (accepted_by);
create index invitations_invited_by_idx on public.invitations (invited_by);

alter table public.invitations enable row level security;
alter table public.invitations force row level security;
