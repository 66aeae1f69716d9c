-- Calendars to subscribe to: private links of a person's own, and by what a program knows that nothing has changed.

create type public.feed_shows as enum ('taken', 'titles');
comment on type public.feed_shows is
  'What a private calendar tells: only that a time is taken and for which organization, or titles and areas as well. Never an address, a link to join or a note.';

create table public.feed_tokens (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null references public.people on delete cascade,
  shown_id uuid,
  label text not null,
  shows public.feed_shows not null default 'taken',
  token_hash bytea not null,
  created_at timestamptz not null default now(),
  last_used_on date,
  constraint feed_tokens_hash_once unique (token_hash),
  constraint feed_tokens_hash_is_sha256 check (octet_length(token_hash) = 32),
  constraint feed_tokens_label_is_a_line check (core.is_visible(label) and core.is_line(label, 60)),
  -- Whoever leaves an organization takes no link to its calendar along.
  constraint feed_tokens_of_a_member foreign key (shown_id, person_id)
    references public.memberships (organization_id, person_id) on delete cascade
);
comment on table public.feed_tokens is
  'Links under which a calendar program reads a person''s gatherings without signing in. Deleting one ends it with the next request.';
comment on column public.feed_tokens.shown_id is 'Whose calendar it shows; empty for all organizations that the person belongs to when it is read.';
comment on column public.feed_tokens.label is 'What its person calls it, to know which one to end.';
comment on column public.feed_tokens.token_hash is 'SHA-256 of the token in the link. The token itself is nowhere stored.';
comment on column public.feed_tokens.last_used_on is 'The last day on which somebody read it. Neither the hour nor from where.';
create index feed_tokens_person_idx on public.feed_tokens (person_id);
create index feed_tokens_shown_idx on public.feed_tokens (shown_id, person_id);

create table private.calendar_marks (
  id bigint generated always as identity primary key,
  scope text not null,
  weight bigint not null,
  constraint calendar_marks_weigh_something check (weight > 0)
);
comment on table private.calendar_marks is
  'A row for each change that an audience could see. The sum of an audience''s weights is the version of what it sees: rows are only added, so that writers never wait for one another, and now and then folded into one, which leaves the sum as it is. A sum and not a highest number: of two writers the one with the lower number may commit last, and a highest number would not move.';
comment on column private.calendar_marks.scope is
  'The audience: public, public:<owner>, open-in:<listed coalition>, coalition:<coalition>, own:<organization>, to:<organization it was named or offered to>.';
create index calendar_marks_scope_idx on private.calendar_marks (scope) include (weight);

alter table public.feed_tokens enable row level security;
alter table public.feed_tokens force row level security;
alter table private.calendar_marks enable row level security;
alter table private.calendar_marks force row level security;
