-- Gatherings that repeat. Every occurrence is a gathering of its own; a series says which belong together and how they go on.

create table public.gathering_series (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null references public.organizations on delete cascade,
  rule text not null default '',
  starts_local timestamp not null,
  ends_local timestamp not null,
  time_zone text not null references core.time_zones (name),
  excepted timestamp[] not null default '{}',
  added timestamp[] not null default '{}',
  expanded_until timestamp not null,
  finished boolean not null default false,
  created_at timestamptz not null default now(),
  constraint gathering_series_tenant_key unique (organization_id, id),
  constraint gathering_series_rule_is_a_line check (core.is_line(rule, 500)),
  constraint gathering_series_end_after_start check (ends_local > starts_local),
  constraint gathering_series_in_this_century check (starts_local >= '2000-01-01' and ends_local < '2100-01-01'),
  constraint gathering_series_exceptions_are_few check (cardinality(excepted) <= 1000 and cardinality(added) <= 1000)
);
comment on table public.gathering_series is
  'What repeats: an RFC 5545 rule in wall time at the place. Its occurrences are gatherings that name it; what one of them says of itself is true, and the rule only says which there are.';
comment on column public.gathering_series.rule is 'The value of an RRULE, with UNTIL as a wall time; empty where only extra dates make the series.';
comment on column public.gathering_series.starts_local is 'DTSTART: wall time at the place, in time_zone, of the first.';
comment on column public.gathering_series.ends_local is 'When the first ends; the others last as long on the clock.';
comment on column public.gathering_series.excepted is 'EXDATE: wall times that the rule names and that do not take place.';
comment on column public.gathering_series.added is 'RDATE: wall times that the rule does not name and that do.';
comment on column public.gathering_series.expanded_until is 'Up to which wall time its occurrences are there as gatherings; the worker carries on from here.';
comment on column public.gathering_series.finished is 'Whether all of its occurrences are there.';
create index gathering_series_time_zone_idx on public.gathering_series (time_zone);
create index gathering_series_unfinished_idx on public.gathering_series (expanded_until) where not finished;

alter table public.gatherings
  add column series_id uuid,
  add column recurrence_local timestamp,
  add column sequence integer not null default 0,
  add column revised_at timestamptz not null default now(),
  add constraint gatherings_belong_to_own_series foreign key (organization_id, series_id)
    references public.gathering_series (organization_id, id),
  add constraint gatherings_once_per_recurrence unique (organization_id, series_id, recurrence_local),
  add constraint gatherings_recur_in_a_series check ((series_id is null) = (recurrence_local is null)),
  add constraint gatherings_sequence_counts_up check (sequence >= 0);
comment on column public.gatherings.series_id is 'The series it is an occurrence of.';
comment on column public.gatherings.recurrence_local is
  'RECURRENCE-ID: the wall time at which the rule of its series put it, wherever it was moved since.';
comment on column public.gatherings.sequence is
  'SEQUENCE of RFC 5545: counts changes of what the card says of when, what, where and whether. Unlike version it tells nothing of other layers.';
comment on column public.gatherings.revised_at is 'When sequence last moved.';

alter table public.gathering_series enable row level security;
alter table public.gathering_series force row level security;
