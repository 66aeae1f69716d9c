-- Who helps at a gathering, and how many came.

create extension if not exists btree_gist with schema extensions;

create table public.volunteer_roles (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null,
  gathering_id uuid not null,
  name jsonb not null,
  needed smallint not null,
  languages text[] not null default '{}',
  created_at timestamptz not null default now(),
  constraint volunteer_roles_tenant_key unique (organization_id, gathering_id, id),
  constraint volunteer_roles_belong_to_the_owner foreign key (organization_id, gathering_id)
    references public.gatherings (organization_id, id) on delete cascade,
  constraint volunteer_roles_name_in_some_language check (core.are_texts(name, 80, false) and name <> '{}'),
  constraint volunteer_roles_need_somebody check (needed between 1 and 99),
  constraint volunteer_roles_languages_are_tags check (core.are_languages(languages))
);
comment on table public.volunteer_roles is
  'What a gathering needs volunteers for, and how many. Its owner''s editors set it; the people of the owner and of accepted co-hosts see it.';
comment on column public.volunteer_roles.organization_id is 'The owner of the gathering.';
comment on column public.volunteer_roles.languages is 'Which languages whoever takes it should speak.';

create index volunteer_roles_gathering_idx on public.volunteer_roles (gathering_id);

create table public.volunteer_places (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null,
  person_id uuid not null,
  owner_id uuid not null,
  gathering_id uuid not null,
  role_id uuid not null,
  during tstzrange not null,
  taken_at timestamptz not null default now(),
  constraint volunteer_places_of_members foreign key (organization_id, person_id)
    references public.memberships (organization_id, person_id) on delete cascade,
  constraint volunteer_places_in_a_role foreign key (owner_id, gathering_id, role_id)
    references public.volunteer_roles (organization_id, gathering_id, id) on delete cascade,
  constraint volunteer_places_once_per_role unique (organization_id, person_id, role_id),
  constraint volunteer_places_nobody_twice_at_one_time
    exclude using gist (person_id extensions.gist_uuid_ops with =, during with &&)
);
comment on table public.volunteer_places is
  'A person who takes a role at a gathering. Belongs to the organization as whose member they take it: only its people see who it is, the other hosts see a number.';
comment on column public.volunteer_places.organization_id is 'The volunteer''s organization.';
comment on column public.volunteer_places.owner_id is 'The owner of the gathering.';
comment on column public.volunteer_places.during is
  'When the gathering is, kept by a trigger. Empty where it does not count: the gathering was cancelled, or was moved onto something else that this person does.';
create index volunteer_places_role_idx on public.volunteer_places (owner_id, gathering_id, role_id);

create table private.tally_presses (
  organization_id uuid not null references public.organizations on delete cascade,
  owner_id uuid not null,
  gathering_id uuid not null,
  press_id uuid not null,
  amount smallint not null,
  received_at timestamptz not null default now(),
  constraint tally_presses_counted_once primary key (organization_id, gathering_id, press_id),
  constraint tally_presses_at_a_gathering foreign key (owner_id, gathering_id)
    references public.gatherings (organization_id, id) on delete cascade,
  constraint tally_presses_are_small check (amount between -1 and 9 and amount <> 0)
);
comment on table private.tally_presses is
  'Presses of the button that counts who comes in, by the organization that counted. No person: neither who pressed nor who came. The device names each press, so that one sent twice counts once.';
create index tally_presses_gathering_idx on private.tally_presses (owner_id, gathering_id);

alter table public.volunteer_roles enable row level security;
alter table public.volunteer_roles force row level security;
alter table public.volunteer_places enable row level security;
alter table public.volunteer_places force row level security;
alter table private.tally_presses enable row level security;
alter table private.tally_presses force row level security;
