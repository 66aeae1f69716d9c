-- What services are found by. Row security keeps an index of parts of words from being asked (no operator of arrays and
-- texts is leakproof), so the index stands beside the card, where a function that knows the policy's condition asks it.

create table private.service_keys (
  organization_id uuid not null,
  service_id uuid not null,
  audience public.audience not null,
  coalition_id uuid,
  verify_by date,
  needs text[] not null,
  title text not null,
  keys tsvector not null,
  constraint service_keys_one_per_service primary key (service_id),
  constraint service_keys_belong_to_a_service foreign key (organization_id, service_id)
    references public.services (organization_id, id) on delete cascade
) with (fillfactor = 90);
comment on table private.service_keys is
  'What an active service is found by: texts of its card alone. Nothing of its place, of what it said about papers, or of notes.';
comment on column private.service_keys.audience is 'As on the card, with coalition_id and verify_by; the same triggers keep them.';
comment on column private.service_keys.needs is 'Its terms and those above them.';
comment on column private.service_keys.title is 'A line for each name of the service and of who gives it, squeezed.';
comment on column private.service_keys.keys is
  'Parts of words of the card; of the title marked * besides; ~ what is a slip away; # needs, @ parts of the area, : facts; . of all.';
-- Out of line: lists and counts read the other columns of many rows.
alter table private.service_keys alter column keys set storage external;
create index service_keys_keys_idx on private.service_keys using gin (keys) with (gin_pending_list_limit = 256);
create index service_keys_service_idx on private.service_keys (organization_id, service_id);
alter table private.service_keys enable row level security;
alter table private.service_keys force row level security;
