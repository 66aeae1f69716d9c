-- Organizations that hold a gathering together with its owner, or spread the word for it.

create type public.host_part as enum ('co_host', 'promoter');
comment on type public.host_part is 'A co-host holds a gathering together with its owner; a promoter only spreads the word.';

create type public.hosting_state as enum ('invited', 'accepted', 'declined');
comment on type public.hosting_state is 'The owner invites; the other organization accepts or declines. What ends is deleted.';

create table public.hostings (
  organization_id uuid not null,
  gathering_id uuid not null,
  host_id uuid not null references public.organizations on delete cascade,
  part public.host_part not null,
  may_edit boolean not null default false,
  state public.hosting_state not null default 'invited',
  invited_at timestamptz not null default now(),
  answered_at timestamptz,
  -- The owner leads the key: whether somebody else's gathering has hosts cannot be learned by trying.
  constraint hostings_once_per_host primary key (organization_id, gathering_id, host_id),
  constraint hostings_belong_to_the_owner foreign key (organization_id, gathering_id)
    references public.gatherings (organization_id, id) on delete cascade,
  constraint hostings_go_to_others check (host_id <> organization_id),
  constraint hostings_only_co_hosts_edit check (part = 'co_host' or not may_edit),
  constraint hostings_answered_with_a_state check ((state = 'invited') = (answered_at is null))
);
comment on table public.hostings is
  'An organization that was invited to hold a gathering together with its owner, or to spread the word. Ending it takes every right with the next request and leaves each side its own people.';
comment on column public.hostings.organization_id is 'The owner of the gathering.';
comment on column public.hostings.host_id is 'The invited organization. While invited it sees what it is asked to hold: the card and the detail.';
comment on column public.hostings.may_edit is 'Whether editors of a co-host change card and detail; who can see them stays the owner''s decision.';
create index hostings_host_idx on public.hostings (host_id, state);

alter table public.gatherings add column hosted boolean not null default false;
comment on column public.gatherings.hosted is 'Whether it has hostings, kept by a trigger, so that policies look for them only where there are any.';

alter table public.hostings enable row level security;
alter table public.hostings force row level security;
