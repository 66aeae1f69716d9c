-- What is about registering voters carries the warning for noncitizens wherever it stands.

alter table public.action_items add column about_registration boolean not null default false;
comment on column public.action_items.about_registration is
  'Whether it is about registering voters: then the warning for noncitizens stands beside it everywhere.';
