-- The layers of a gathering below its card, whom each is named to, what editors keep to begin from, and who changed what.

alter table public.gatherings add column indexable boolean not null default false;
comment on column public.gatherings.indexable is
  'Whether search engines may keep its page. Counts only while everyone can see the card.';

create type public.layer as enum ('card', 'detail');
comment on type public.layer is 'What may be named to an organization. The notes never leave the owner.';

alter table public.shares add column layer public.layer not null default 'card';
alter table public.shares drop constraint shares_once_per_recipient;
alter table public.shares add constraint shares_once_per_recipient
  primary key (organization_id, gathering_id, layer, recipient_id);
comment on table public.shares is
  'An organization that a layer of a gathering is named to. A recipient sees its own row, while it is in force.';
comment on column public.shares.layer is 'The card, or the detail below it. A detail is named only to those who see the card.';

create table public.gathering_details (
  organization_id uuid not null,
  gathering_id uuid not null,
  address text not null default '',
  online_url text not null default '',
  contact text not null default '',
  instructions jsonb not null default '{}',
  accessibility text[] not null default '{}',
  audience public.audience not null default 'owner',
  coalition_id uuid,
  constraint gathering_details_one_per_gathering primary key (organization_id, gathering_id),
  constraint gathering_details_belong_to_the_owner foreign key (organization_id, gathering_id)
    references public.gatherings (organization_id, id) on delete cascade,
  constraint gathering_details_stand_in_own_coalition foreign key (organization_id, coalition_id)
    references public.standings (organization_id, coalition_id) on delete set null (coalition_id),
  constraint gathering_details_address_is_text check (core.is_paragraph(address, 300)),
  constraint gathering_details_online_url_is_a_link check (
    online_url = '' or (core.is_line(online_url, 500) and online_url ~ '^https://[^[:space:]<>"''`\\]+$')
  ),
  constraint gathering_details_contact_is_a_line check (core.is_line(contact, 200)),
  constraint gathering_details_instructions_are_text check (core.are_texts(instructions, 2000, true)),
  constraint gathering_details_accessibility_is_known check (
    cardinality(accessibility) <= 8 and accessibility <@ array[
      'step_free', 'accessible_restroom', 'accessible_parking', 'near_transit', 'hearing_loop', 'quiet_room', 'child_space', 'scent_free'
    ]
  )
);
comment on table public.gathering_details is
  'The detail of a gathering: the exact place, the link to join, and what to know on the way. Has an audience of its own, never wider than the card''s.';
comment on column public.gathering_details.address is 'The exact address. Public only by a decision of its own.';
comment on column public.gathering_details.online_url is 'Where to join from afar, as https.';
comment on column public.gathering_details.accessibility is 'What is known of the venue: facts from a short list.';
comment on column public.gathering_details.coalition_id is 'The coalition that sees it, while its audience is "coalition"; empty otherwise.';
create index gathering_details_standing_idx on public.gathering_details (organization_id, coalition_id);

create table public.gathering_notes (
  organization_id uuid not null,
  gathering_id uuid not null,
  body text not null,
  constraint gathering_notes_one_per_gathering primary key (organization_id, gathering_id),
  constraint gathering_notes_belong_to_the_owner foreign key (organization_id, gathering_id)
    references public.gatherings (organization_id, id) on delete cascade,
  constraint gathering_notes_body_is_text check (core.is_visible(body) and core.is_paragraph(body, 4000))
);
comment on table public.gathering_notes is 'What an organization notes for itself about a gathering. Never leaves the owner.';

create table public.gathering_templates (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null references public.organizations on delete cascade,
  name text not null,
  content jsonb not null,
  created_at timestamptz not null default now(),
  constraint gathering_templates_one_per_name unique (organization_id, name),
  constraint gathering_templates_name_is_a_line check (core.is_visible(name) and core.is_line(name, 80)),
  constraint gathering_templates_content_is_an_object check (jsonb_typeof(content) = 'object' and octet_length(content::text) <= 65536)
);
comment on table public.gathering_templates is 'What an organization''s editors begin a new gathering from. Holds no day, and nothing that anyone else sees.';
comment on column public.gathering_templates.content is 'A gathering as its form reads it (public.edit_gathering).';

create table public.gathering_changes (
  organization_id uuid not null,
  gathering_id uuid not null,
  changed_at timestamptz not null default now(),
  transaction_id xid8 not null default pg_current_xact_id(),
  person_id uuid references public.people on delete set null,
  fields text[] not null,
  constraint gathering_changes_once_per_transaction primary key (organization_id, gathering_id, transaction_id),
  constraint gathering_changes_belong_to_the_owner foreign key (organization_id, gathering_id)
    references public.gatherings (organization_id, id) on delete cascade
);
comment on table public.gathering_changes is
  'Who changed which fields of a gathering, and when: columns, never values. One row for each transaction; the first names "created".';
comment on column public.gathering_changes.person_id is 'Empty where the installation itself changed it, or where the account is gone.';
create index gathering_changes_person_idx on public.gathering_changes (person_id);
create index gathering_changes_when_idx on public.gathering_changes (organization_id, gathering_id, changed_at desc);

alter table public.gathering_details enable row level security;
alter table public.gathering_details force row level security;
alter table public.gathering_notes enable row level security;
alter table public.gathering_notes force row level security;
alter table public.gathering_templates enable row level security;
alter table public.gathering_templates force row level security;
alter table public.gathering_changes enable row level security;
alter table public.gathering_changes force row level security;
