-- What not everybody who sees a service's card may see: its place, what it said about papers, and what its owner notes.

create type public.service_layer as enum ('card', 'place', 'assurance');
comment on type public.service_layer is 'What of a service may be named to an organization. The notes never leave the owner.';

create table public.service_shares (
  organization_id uuid not null,
  service_id uuid not null,
  layer public.service_layer not null,
  recipient_id uuid not null references public.organizations on delete cascade,
  in_force boolean not null default false,
  constraint service_shares_once_per_recipient primary key (organization_id, service_id, layer, recipient_id),
  constraint service_shares_belong_to_the_owner foreign key (organization_id, service_id)
    references public.services (organization_id, id) on delete cascade,
  constraint service_shares_go_to_others check (recipient_id <> organization_id)
);
comment on table public.service_shares is
  'An organization that a layer of a service is named to. A recipient sees its own row, while it is in force.';
comment on column public.service_shares.in_force is 'Kept by triggers: the service is no draft and the layer''s audience is "named".';
create index service_shares_recipient_idx on public.service_shares (recipient_id);

create table public.locations (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null references public.organizations on delete cascade,
  hsds_id uuid not null default gen_random_uuid(),
  name text not null default '',
  address_1 text not null default '',
  address_2 text not null default '',
  city text not null default '',
  region text not null default '',
  postal_code text not null default '',
  country text not null default 'US',
  latitude numeric(9, 6),
  longitude numeric(9, 6),
  accessibility text[] not null default '{}',
  directions jsonb not null default '{}',
  constraint locations_tenant_key unique (organization_id, id),
  constraint locations_one_per_hsds_id unique (organization_id, hsds_id),
  constraint locations_name_is_a_line check (core.is_line(name, 160)),
  constraint locations_address_1_is_a_line check (core.is_line(address_1, 160)),
  constraint locations_address_2_is_a_line check (core.is_line(address_2, 160)),
  constraint locations_city_is_a_line check (core.is_line(city, 80)),
  constraint locations_region_is_a_line check (core.is_line(region, 80)),
  constraint locations_postal_code_is_a_line check (core.is_line(postal_code, 20)),
  constraint locations_country_is_a_code check (country ~ '^[A-Z]{2}$'),
  constraint locations_on_earth check (latitude between -90 and 90 and longitude between -180 and 180 and (latitude is null) = (longitude is null)),
  constraint locations_accessibility_is_known check (
    cardinality(accessibility) <= 8 and accessibility <@ array[
      'step_free', 'accessible_restroom', 'accessible_parking', 'near_transit', 'hearing_loop', 'quiet_room', 'child_space', 'scent_free'
    ]
  ),
  constraint locations_directions_are_text check (core.are_texts(directions, 1000, true))
);
comment on table public.locations is
  'A place (HSDS: location) with its address. Seen by whoever sees it as the place of a service, and by nobody else.';
comment on column public.locations.latitude is 'Degrees north (WGS 84); empty where nobody entered it. Nothing is looked up elsewhere.';
comment on column public.locations.country is 'ISO 3166-1, two letters.';

create table public.service_at_locations (
  organization_id uuid not null,
  service_id uuid not null,
  location_id uuid not null,
  hsds_id uuid not null default gen_random_uuid(),
  audience public.audience not null default 'owner',
  coalition_id uuid,
  constraint service_at_locations_once primary key (organization_id, service_id, location_id),
  constraint service_at_locations_one_per_hsds_id unique (organization_id, hsds_id),
  constraint service_at_locations_belong_to_the_owner foreign key (organization_id, service_id)
    references public.services (organization_id, id) on delete cascade,
  constraint service_at_locations_are_in_own_location foreign key (organization_id, location_id)
    references public.locations (organization_id, id) on delete cascade,
  constraint service_at_locations_stand_in_own_coalition foreign key (organization_id, coalition_id)
    references public.standings (organization_id, coalition_id) on delete set null (coalition_id)
);
comment on table public.service_at_locations is
  'That a service is given at a place (HSDS: service_at_location). Has an audience of its own, never wider than the card''s.';
create index service_at_locations_location_idx on public.service_at_locations (organization_id, location_id);
create index service_at_locations_standing_idx on public.service_at_locations (organization_id, coalition_id);

create table public.service_assurances (
  organization_id uuid not null,
  service_id uuid not null,
  told_on date not null,
  note jsonb not null default '{}',
  audience public.audience not null default 'owner',
  coalition_id uuid,
  constraint service_assurances_one_per_service primary key (organization_id, service_id),
  constraint service_assurances_belong_to_the_owner foreign key (organization_id, service_id)
    references public.services (organization_id, id) on delete cascade,
  constraint service_assurances_stand_in_own_coalition foreign key (organization_id, coalition_id)
    references public.standings (organization_id, coalition_id) on delete set null (coalition_id),
  -- Published, it would draw eyes to whoever goes there, and to who gives it.
  constraint service_assurances_are_never_public check (audience <> 'everyone'),
  constraint service_assurances_note_is_text check (core.are_texts(note, 500, true))
);
comment on table public.service_assurances is
  'That a service told somebody, on a day, that it does not ask about papers. Never public, whatever its owner wishes: in no export and no search.';
comment on column public.service_assurances.told_on is 'The day on which it was told.';
create index service_assurances_standing_idx on public.service_assurances (organization_id, coalition_id);

create table public.service_notes (
  organization_id uuid not null,
  service_id uuid not null,
  body text not null,
  constraint service_notes_one_per_service primary key (organization_id, service_id),
  constraint service_notes_belong_to_the_owner foreign key (organization_id, service_id)
    references public.services (organization_id, id) on delete cascade,
  constraint service_notes_body_is_text check (core.is_visible(body) and core.is_paragraph(body, 4000))
);
comment on table public.service_notes is 'What an organization notes for itself about a service. Never leaves the owner; never a client''s name.';

alter table public.service_shares enable row level security;
alter table public.service_shares force row level security;
alter table public.locations enable row level security;
alter table public.locations force row level security;
alter table public.service_at_locations enable row level security;
alter table public.service_at_locations force row level security;
alter table public.service_assurances enable row level security;
alter table public.service_assurances force row level security;
alter table public.service_notes enable row level security;
alter table public.service_notes force row level security;
