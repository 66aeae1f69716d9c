-- Gatherings (the card) and the organizations a gathering is named to.

create type public.gathering_kind as enum (
  'clinic', 'workshop', 'know_your_rights', 'registration_drive', 'meeting', 'vigil_or_march', 'training', 'other'
);
comment on type public.gathering_kind is 'What people come for.';

create type public.gathering_state as enum ('draft', 'scheduled', 'cancelled');
comment on type public.gathering_state is 'A draft is its owner''s alone. Cancelling changes nobody''s sight.';

create type public.audience as enum ('owner', 'named', 'coalition', 'everyone');
comment on type public.audience is 'Who can see this, besides the owner: only us, named organizations, the coalition, everyone.';

create table public.gatherings (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null references public.organizations on delete cascade,
  coalition_id uuid,
  submission_id uuid not null default gen_random_uuid(),
  title jsonb not null,
  description jsonb not null default '{}',
  kind public.gathering_kind not null default 'other',
  area text not null default '',
  languages text[] not null default '{}',
  starts_local timestamp not null,
  ends_local timestamp not null,
  time_zone text not null references core.time_zones (name),
  starts_fold smallint,
  ends_fold smallint,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  state public.gathering_state not null default 'draft',
  cancellation_reason text,
  audience public.audience not null default 'owner',
  version integer not null default 1,
  shared_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint gatherings_tenant_key unique (organization_id, id),
  constraint gatherings_one_per_submission unique (organization_id, submission_id),
  -- The pair, not the coalition alone: an organization cannot put a gathering where it has no standing.
  constraint gatherings_stand_in_own_coalition foreign key (organization_id, coalition_id)
    references public.standings (organization_id, coalition_id) on delete set null (coalition_id),
  constraint gatherings_title_in_some_language check (core.are_texts(title, 120, false) and title <> '{}'),
  constraint gatherings_description_is_text check (core.are_texts(description, 4000, true)),
  constraint gatherings_area_is_a_line check (core.is_line(area, 120)),
  constraint gatherings_languages_are_tags check (core.are_languages(languages)),
  constraint gatherings_starts_fold_is_first_or_second check (starts_fold in (0, 1)),
  constraint gatherings_ends_fold_is_first_or_second check (ends_fold in (0, 1)),
  constraint gatherings_end_after_start check (ends_at > starts_at),
  constraint gatherings_last_at_most_31_days check (ends_local - starts_local <= interval '31 days'),
  constraint gatherings_in_this_century check (starts_local >= '2000-01-01' and ends_local < '2100-01-01'),
  constraint gatherings_cancelled_with_a_reason check ((state = 'cancelled') = (cancellation_reason is not null)),
  constraint gatherings_reason_is_text check (core.is_visible(cancellation_reason) and core.is_paragraph(cancellation_reason, 500)),
  constraint gatherings_version_counts_up check (version >= 1)
);
comment on table public.gatherings is 'An event people come to: its card, which goes to its audience. Belongs to one organization for ever.';
comment on column public.gatherings.coalition_id is
  'The coalition it stands in. Empty wherever a reader of the row might not know that coalition.';
comment on column public.gatherings.submission_id is 'The form''s own number: a repeated submit finds the same row.';
comment on column public.gatherings.title is 'Language tag to text, at least one.';
comment on column public.gatherings.area is 'The part of town, never an address.';
comment on column public.gatherings.starts_local is 'Wall time at the place, in time_zone. The truth; the instants follow from it.';
comment on column public.gatherings.starts_fold is 'In a repeated hour, 0 the earlier and 1 the later; empty in every other hour.';
comment on column public.gatherings.starts_at is 'Derived by the trigger gatherings_prepare for every writer.';
comment on column public.gatherings.version is 'Counts every change, so that an edit over somebody''s newer edit is noticed.';
comment on column public.gatherings.shared_at is 'When it first left draft with an audience beyond the owner.';

create index gatherings_starts_idx on public.gatherings (starts_at);
create index gatherings_organization_starts_idx on public.gatherings (organization_id, starts_at);
create index gatherings_coalition_starts_idx on public.gatherings (coalition_id, starts_at);
create index gatherings_standing_idx on public.gatherings (organization_id, coalition_id);
create index gatherings_time_zone_idx on public.gatherings (time_zone);
create index gatherings_open_to_everyone_idx on public.gatherings (organization_id, starts_at)
  where audience = 'everyone' and state <> 'draft';

create table public.shares (
  organization_id uuid not null,
  gathering_id uuid not null,
  recipient_id uuid not null references public.organizations on delete cascade,
  in_force boolean not null default false,
  -- The owner leads the key: whether somebody else's gathering is named to anyone cannot be learned by trying.
  constraint shares_once_per_recipient primary key (organization_id, gathering_id, recipient_id),
  constraint shares_belong_to_the_owner foreign key (organization_id, gathering_id)
    references public.gatherings (organization_id, id) on delete cascade,
  constraint shares_go_to_others check (recipient_id <> organization_id)
);
comment on table public.shares is 'An organization that a gathering is named to. A recipient sees its own row, while it is in force.';
comment on column public.shares.organization_id is 'The owner of the gathering.';
comment on column public.shares.in_force is 'Kept by triggers: the gathering is no draft and its audience is "named".';
create index shares_recipient_idx on public.shares (recipient_id);

create table private.demonstration_gatherings (
  organization_id uuid not null,
  gathering_id uuid not null,
  version integer not null,
  constraint demonstration_gatherings_once primary key (organization_id, gathering_id),
  constraint demonstration_gatherings_exist foreign key (organization_id, gathering_id)
    references public.gatherings (organization_id, id) on delete cascade
);
comment on table private.demonstration_gatherings is
  'What the demonstration brought, in the version it left. A start moves those that nobody has touched since by whole weeks.';

alter table public.gatherings enable row level security;
alter table public.gatherings force row level security;
alter table public.shares enable row level security;
alter table public.shares force row level security;
alter table private.demonstration_gatherings enable row level security;
alter table private.demonstration_gatherings force row level security;
