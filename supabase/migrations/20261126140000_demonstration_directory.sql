create table private.demonstration_services (
  organization_id uuid not null,
  service_id uuid not null,
  version integer not null,
  constraint demonstration_services_once primary key (organization_id, service_id),
  constraint demonstration_services_exist foreign key (organization_id, service_id)
    references public.services (organization_id, id) on delete cascade
);
comment on table private.demonstration_services is
  'As private.demonstration_gatherings, for the directory: a start moves the days on which something untouched was said or made sure of.';
alter table private.demonstration_services enable row level security;
alter table private.demonstration_services force row level security;
