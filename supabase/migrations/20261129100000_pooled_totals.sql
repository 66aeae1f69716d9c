-- Pooled totals: organizations count for themselves, and others see a sum that shows no organization's part.

alter table private.role_permissions drop constraint role_permissions_are_known;
alter table private.role_permissions add constraint role_permissions_are_known check (permission in (
  'gatherings.read', 'gatherings.write', 'members.read', 'members.write', 'organization.write', 'coalition.write',
  'signups.read', 'resources.read', 'resources.write', 'resources.verify', 'actions.read', 'actions.write'
));
insert into private.role_permissions (role, permission) values
  ('viewer', 'actions.read'), ('member', 'actions.read'),
  ('editor', 'actions.read'), ('editor', 'actions.write'),
  ('admin', 'actions.read'), ('admin', 'actions.write');

create table public.pooled_metrics (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null references public.organizations on delete cascade,
  coalition_id uuid not null references public.coalitions on delete cascade,
  submission_id uuid not null default gen_random_uuid(),
  name jsonb not null,
  unit jsonb not null,
  about_registration boolean not null default false,
  minimum smallint not null default 3,
  goal bigint,
  first_month date not null,
  last_month date not null,
  closing_day smallint not null,
  time_zone text not null references core.time_zones (name),
  created_at timestamptz not null default now(),
  constraint pooled_metrics_tenant_key unique (organization_id, id),
  constraint pooled_metrics_one_per_submission unique (organization_id, submission_id),
  constraint pooled_metrics_name_in_some_language check (core.are_texts(name, 120, false) and name <> '{}'),
  constraint pooled_metrics_unit_in_some_language check (core.are_texts(unit, 40, false) and unit <> '{}'),
  constraint pooled_metrics_need_three check (minimum between 3 and 50),
  constraint pooled_metrics_goal_is_in_reach check (goal between 1 and 1000000000000),
  constraint pooled_metrics_run_whole_months check (
    extract(day from first_month) = 1 and extract(day from last_month) = 1
    and last_month >= first_month and last_month < first_month + interval '5 years'
  ),
  constraint pooled_metrics_close_on_a_day_of_every_month check (closing_day between 1 and 28)
);
comment on table public.pooled_metrics is
  'What organizations of a coalition count month by month and publish as a sum. Made by its lead organization, and not changed: another minimum, zone or day would publish the same numbers anew.';
comment on column public.pooled_metrics.organization_id is 'The lead organization. It sees no more than the others.';
comment on column public.pooled_metrics.minimum is 'Below so many contributors nothing is published.';
comment on column public.pooled_metrics.closing_day is 'A month closes when this day of the next month has ended, in the zone of the metric.';
comment on column public.pooled_metrics.about_registration is 'Whether it counts registrations of voters, so that the warning stands beside it.';
create index pooled_metrics_coalition_idx on public.pooled_metrics (coalition_id);
create index pooled_metrics_time_zone_idx on public.pooled_metrics (time_zone);

create table public.pooled_numbers (
  organization_id uuid not null references public.organizations on delete cascade,
  owner_id uuid not null,
  metric_id uuid not null,
  month date not null,
  version integer not null,
  amount bigint not null,
  entered_at timestamptz not null,
  constraint pooled_numbers_one_per_version primary key (organization_id, owner_id, metric_id, month, version),
  constraint pooled_numbers_belong_to_a_metric foreign key (owner_id, metric_id)
    references public.pooled_metrics (organization_id, id) on delete cascade,
  constraint pooled_numbers_count_something check (amount between 0 and 1000000000),
  constraint pooled_numbers_version_counts_up check (version >= 1)
);
comment on table public.pooled_numbers is
  'What one organization counted in a month; a correction is a row more. Seen by its own people alone. The database adds it up when a month closes.';
comment on column public.pooled_numbers.owner_id is 'The lead organization of the metric.';
create index pooled_numbers_metric_idx on public.pooled_numbers (owner_id, metric_id, month);

create table public.pooled_snapshots (
  organization_id uuid not null,
  metric_id uuid not null,
  month date not null,
  coalition_id uuid not null references public.coalitions on delete cascade,
  total bigint,
  contributors integer,
  constraint pooled_snapshots_one_per_month primary key (organization_id, metric_id, month),
  constraint pooled_snapshots_belong_to_a_metric foreign key (organization_id, metric_id)
    references public.pooled_metrics (organization_id, id) on delete cascade,
  constraint pooled_snapshots_show_all_or_nothing check ((total is null) = (contributors is null)),
  constraint pooled_snapshots_never_below_three check (contributors >= 3)
);
comment on table public.pooled_snapshots is
  'What was published when a month closed: the total and the number of contributors, or nothing. Never changes.';
comment on column public.pooled_snapshots.total is
  'The numbers of the month, and with them, inseparably, whatever came in since the last published one for earlier months.';
create index pooled_snapshots_coalition_idx on public.pooled_snapshots (coalition_id);

create table public.pooled_handovers (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null references public.organizations on delete cascade,
  owner_id uuid not null,
  metric_id uuid not null,
  month date not null,
  purpose text not null,
  amount bigint not null,
  handed_at timestamptz not null default clock_timestamp(),
  revoked_at timestamptz,
  constraint pooled_handovers_belong_to_a_metric foreign key (owner_id, metric_id)
    references public.pooled_metrics (organization_id, id) on delete cascade,
  constraint pooled_handovers_purpose_is_a_line check (core.is_visible(purpose) and core.is_line(purpose, 120)),
  constraint pooled_handovers_go_to_another check (organization_id <> owner_id)
);
comment on table public.pooled_handovers is
  'That an organization showed the lead its own number of a month, for what, and when. Kept when it is revoked: what the lead once saw it may remember.';
comment on column public.pooled_handovers.owner_id is 'The lead organization of the metric, which sees it until it is revoked.';
create index pooled_handovers_metric_idx on public.pooled_handovers (owner_id, metric_id);
create unique index pooled_handovers_one_at_a_time on public.pooled_handovers (organization_id, metric_id, month) where revoked_at is null;

alter table public.pooled_metrics enable row level security;
alter table public.pooled_metrics force row level security;
alter table public.pooled_numbers enable row level security;
alter table public.pooled_numbers force row level security;
alter table public.pooled_snapshots enable row level security;
alter table public.pooled_snapshots force row level security;
alter table public.pooled_handovers enable row level security;
alter table public.pooled_handovers force row level security;
