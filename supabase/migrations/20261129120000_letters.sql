-- Sign-on letters: what is signed is a text with its hash, who signs is an organization, and who pressed is its own affair.

create function core.letter_text(title jsonb, body jsonb) returns text
language plpgsql immutable parallel safe set search_path = '' as $$
begin
  return (
    select string_agg(concat(t.tag, E'\n', t.said, E'\n\n', coalesce(body ->> t.tag, ''), E'\n'), E'\n' order by t.tag collate "C")
    from jsonb_each_text(title) as t(tag, said)
  );
end $$;
comment on function core.letter_text(jsonb, jsonb) is
  'A letter in one piece, language by language in the order of their tags: the tag, the title, an empty line, the text.';

create function core.letter_hash(title jsonb, body jsonb) returns text
language plpgsql immutable parallel safe set search_path = '' as $$
begin
  return encode(sha256(convert_to(core.letter_text(title, body), 'UTF8')), 'hex');
end $$;
comment on function core.letter_hash(jsonb, jsonb) is 'The SHA-256 of a letter in one piece, in UTF-8: two letters with one hash are one text.';

create table public.letters (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null references public.organizations on delete cascade,
  coalition_id uuid not null references public.coalitions on delete cascade,
  submission_id uuid not null default gen_random_uuid(),
  lead_english text not null,
  lead_korean text,
  audience public.audience not null default 'owner',
  signatory_order text not null default 'alphabetical',
  text_hash text not null,
  due_local timestamp not null,
  due_fold smallint,
  internal_local timestamp not null,
  internal_fold smallint,
  time_zone text not null references core.time_zones (name),
  due_at timestamptz not null,
  internal_at timestamptz not null,
  closed_at timestamptz,
  created_at timestamptz not null default now(),
  constraint letters_tenant_key unique (organization_id, id),
  constraint letters_one_per_submission unique (organization_id, submission_id),
  constraint letters_go_to_nobody_by_name check (audience <> 'named'),
  constraint letters_order_is_known check (signatory_order in ('alphabetical', 'by_signing')),
  constraint letters_due_fold_is_first_or_second check (due_fold in (0, 1)),
  constraint letters_internal_fold_is_first_or_second check (internal_fold in (0, 1)),
  constraint letters_internal_deadline_comes_first check (internal_at < due_at),
  constraint letters_in_this_century check (internal_local >= '2000-01-01' and due_local < '2100-01-01')
);
comment on table public.letters is
  'A letter that organizations of a coalition sign. Its lead writes it; it is final once closed or once its deadline has passed, and never changes after.';
comment on column public.letters.organization_id is 'The lead.';
comment on column public.letters.lead_english is 'The lead''s name when it began the letter: readers of a letter for everyone may not know the organization''s row.';
comment on column public.letters.audience is 'Only us, the coalition, or the coalition now and everyone once it is final.';
comment on column public.letters.text_hash is 'The text that is to be signed now.';
comment on column public.letters.internal_local is 'By when the organizations answer each other. The coalition''s affair; the world knows the deadline alone.';
comment on column public.letters.due_at is 'Derived by the trigger letters_prepare for every writer. A signature later than this is a late one.';
create index letters_coalition_idx on public.letters (coalition_id);
create index letters_time_zone_idx on public.letters (time_zone);
create index letters_text_idx on public.letters (organization_id, id, text_hash);

create table public.letter_versions (
  organization_id uuid not null,
  letter_id uuid not null,
  text_hash text not null generated always as (core.letter_hash(title, body)) stored,
  version integer not null,
  title jsonb not null,
  body jsonb not null,
  written_at timestamptz not null default clock_timestamp(),
  constraint letter_versions_one_per_text primary key (organization_id, letter_id, text_hash),
  constraint letter_versions_one_per_number unique (organization_id, letter_id, version),
  constraint letter_versions_belong_to_a_letter foreign key (organization_id, letter_id)
    references public.letters (organization_id, id) on delete cascade,
  constraint letter_versions_title_in_some_language check (core.are_texts(title, 200, false) and title <> '{}'),
  constraint letter_versions_body_is_text check (core.are_texts(body, 20000, true) and body <> '{}')
);
comment on table public.letter_versions is
  'Every text a letter has had, under its hash. A text that comes back is the same version, and whoever signed it has signed it.';

-- Deferred: a letter and its first text come together.
alter table public.letters add constraint letters_have_their_text foreign key (organization_id, id, text_hash)
  references public.letter_versions (organization_id, letter_id, text_hash) deferrable initially deferred;

create table public.letter_signatures (
  organization_id uuid not null references public.organizations on delete cascade,
  owner_id uuid not null,
  letter_id uuid not null,
  text_hash text not null,
  english_name text not null,
  korean_name text,
  name_keys text[] not null,
  signed_at timestamptz not null,
  late boolean not null,
  constraint letter_signatures_one_per_text primary key (organization_id, owner_id, letter_id, text_hash),
  constraint letter_signatures_are_of_a_text foreign key (owner_id, letter_id, text_hash)
    references public.letter_versions (organization_id, letter_id, text_hash) on delete cascade
);
comment on table public.letter_signatures is
  'That an organization has signed a text. It is the organization''s: no person stands in it, and none who leaves takes it along.';
comment on column public.letter_signatures.owner_id is 'The lead of the letter.';
comment on column public.letter_signatures.english_name is 'The names under which it signed, then.';
comment on column public.letter_signatures.name_keys is 'All its names then, aliases too, folded, so that none of them is counted beside it.';
create index letter_signatures_text_idx on public.letter_signatures (owner_id, letter_id, text_hash);

create type public.letter_deed as enum ('asked', 'declined', 'signed', 'withdrawn');
comment on type public.letter_deed is 'What somebody of an organization did about its signature: asked for it, declined it, gave it, took it back.';

create table public.letter_deeds (
  id bigint generated always as identity primary key,
  organization_id uuid not null references public.organizations on delete cascade,
  owner_id uuid not null,
  letter_id uuid not null,
  text_hash text not null,
  deed public.letter_deed not null,
  person_id uuid references public.people on delete set null,
  done_at timestamptz not null default clock_timestamp(),
  constraint letter_deeds_are_about_a_text foreign key (owner_id, letter_id, text_hash)
    references public.letter_versions (organization_id, letter_id, text_hash) on delete cascade
);
comment on table public.letter_deeds is
  'Who asked for, gave, declined or took back a signature of their organization, and when. Seen by its own people alone.';
comment on column public.letter_deeds.owner_id is 'The lead of the letter.';
create index letter_deeds_organization_idx on public.letter_deeds (organization_id, letter_id);
create index letter_deeds_text_idx on public.letter_deeds (owner_id, letter_id, text_hash);
create index letter_deeds_person_idx on public.letter_deeds (person_id);

create table public.letter_others (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null,
  letter_id uuid not null,
  text_hash text not null,
  english_name text not null,
  korean_name text,
  name_keys text[] not null,
  signed_at timestamptz not null default clock_timestamp(),
  late boolean not null,
  constraint letter_others_are_of_a_text foreign key (organization_id, letter_id, text_hash)
    references public.letter_versions (organization_id, letter_id, text_hash) on delete cascade,
  constraint letter_others_english_name_is_a_line check (core.is_visible(english_name) and core.is_line(english_name, 120)),
  constraint letter_others_korean_name_is_a_line check (core.is_visible(korean_name) and core.is_line(korean_name, 120))
);
comment on table public.letter_others is
  'Organizations without an account that signed a text on paper or by mail. The lead enters them, and again when the text changes.';
create index letter_others_text_idx on public.letter_others (organization_id, letter_id, text_hash);

create table public.signing_rules (
  organization_id uuid primary key references public.organizations on delete cascade,
  who text not null default 'admins',
  constraint signing_rules_are_known check (who in ('admins', 'editors', 'named'))
);
comment on table public.signing_rules is
  'Who signs letters for an organization: its admins where nothing is said, its editors too, or those it names. Seen by its own people alone.';

create table public.signing_people (
  organization_id uuid not null references public.signing_rules on delete cascade,
  person_id uuid not null,
  constraint signing_people_once primary key (organization_id, person_id),
  constraint signing_people_are_members foreign key (organization_id, person_id)
    references public.memberships (organization_id, person_id) on delete cascade
);
comment on table public.signing_people is 'Whom an organization named to sign for it. Whoever leaves it is named no longer.';

alter table public.letters enable row level security;
alter table public.letters force row level security;
alter table public.letter_versions enable row level security;
alter table public.letter_versions force row level security;
alter table public.letter_signatures enable row level security;
alter table public.letter_signatures force row level security;
alter table public.letter_deeds enable row level security;
alter table public.letter_deeds force row level security;
alter table public.letter_others enable row level security;
alter table public.letter_others force row level security;
alter table public.signing_rules enable row level security;
alter table public.signing_rules force row level security;
alter table public.signing_people enable row level security;
alter table public.signing_people force row level security;
