-- What needs are called a slip of the finger away is asked of an index: each has hundreds of such keys, and reading all
-- of them took longer than finding the services.
create index taxonomy_terms_near_said_idx on public.taxonomy_terms using gin (near_said);
