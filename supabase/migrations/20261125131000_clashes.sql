-- What helps two organizations not to meet on the same day unawares.

alter table public.gatherings add column tells_taken boolean not null default false;
comment on column public.gatherings.tells_taken is
  'Whether organizations that may not see it, of the owner''s coalitions, are told that somebody holds its area in its half of the day; never what, where or who.';
create index gatherings_tell_taken_idx on public.gatherings (starts_at) where tells_taken;
