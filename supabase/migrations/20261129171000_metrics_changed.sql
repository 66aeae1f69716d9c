-- What is counted together can be called otherwise, aim elsewhere and go on longer; what its totals stand on stays.

alter table public.pooled_metrics add column version integer not null default 1;
comment on column public.pooled_metrics.version is
  'Counts changes, so that two editors of the lead do not write over one another. Granted to nobody: it moves with the campaign, which not everybody sees.';
comment on table public.pooled_metrics is
  'What organizations of a coalition count month by month and publish as a sum. Its lead may change its words, its goal, its campaign and its last month. Minimum, first month, zone and closing day never change: others would publish the same numbers anew.';
