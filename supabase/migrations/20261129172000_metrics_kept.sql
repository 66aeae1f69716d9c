-- Whoever leaves a coalition keeps what it counted there under the words it knew, and learns of no others.

create table private.pooled_kept (
  organization_id uuid not null references public.organizations on delete cascade,
  owner_id uuid not null,
  metric_id uuid not null,
  words jsonb not null,
  constraint pooled_kept_once primary key (organization_id, owner_id, metric_id),
  constraint pooled_kept_of_a_metric foreign key (owner_id, metric_id)
    references public.pooled_metrics (organization_id, id) on delete cascade
);
comment on table private.pooled_kept is
  'What an organization that left a coalition was counting there, in the words of that day: its lead may say it otherwise since.';
create index pooled_kept_metric_idx on private.pooled_kept (owner_id, metric_id);
alter table private.pooled_kept enable row level security;
alter table private.pooled_kept force row level security;

insert into private.pooled_kept (organization_id, owner_id, metric_id, words)
select distinct n.organization_id, m.organization_id, m.id, jsonb_build_object(
  'name', m.name, 'unit', m.unit, 'about_registration', m.about_registration, 'goal', m.goal, 'last_month', m.last_month
)
from public.pooled_numbers n
join public.pooled_metrics m on m.organization_id = n.owner_id and m.id = n.metric_id
where n.organization_id <> n.owner_id and not exists (
  select from public.standings s where s.organization_id = n.organization_id and s.coalition_id = m.coalition_id
);
