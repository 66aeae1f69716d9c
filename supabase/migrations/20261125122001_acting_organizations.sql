-- Who invited a host, and which organization changed a gathering that is not its own.

alter table public.hostings add column invited_by uuid references public.people on delete set null;
comment on column public.hostings.invited_by is 'Who of the owner''s people invited it and is told the answer. Never shown.';
create index hostings_invited_by_idx on public.hostings (invited_by);

alter table public.gathering_changes add column acting_id uuid references public.organizations on delete set null;
comment on column public.gathering_changes.acting_id is
  'The host that changed it, where it was not the owner. Of a host''s people the owner keeps no name and no number.';
comment on column public.gathering_changes.person_id is
  'Who of the owner''s people changed it. Empty where a host or the installation itself did, or where the account is gone.';
create index gathering_changes_acting_idx on public.gathering_changes (acting_id);
