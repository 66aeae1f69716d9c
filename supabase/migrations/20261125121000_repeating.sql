-- What a series tells to whom, and which of its occurrences were changed alone.

alter table public.gathering_series
  add column told_rule text generated always as (regexp_replace(rule, ';COUNT=[0-9]+', '')) stored,
  add column skipped timestamp[] not null default '{}';
comment on column public.gathering_series.told_rule is
  'The rule as everyone who sees an occurrence may know it: a count would tell how many others there are.';
comment on column public.gathering_series.skipped is
  'Wall times that the rule names and that the clocks of the place do not show: nothing takes place then.';

alter table public.gatherings add column singled_out boolean not null default false;
comment on column public.gatherings.singled_out is
  'Whether it was changed for itself alone, so that later occurrences of its series are not made like it.';
