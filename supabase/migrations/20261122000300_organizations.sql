-- Coalitions, organizations, and the place an organization has in a coalition.

create type public.standing_kind as enum ('lead', 'core', 'partner', 'ally');
comment on type public.standing_kind is 'The place of an organization in a coalition.';

create table public.coalitions (
  id uuid primary key default gen_random_uuid(),
  slug text not null,
  display_name text not null,
  korean_name text,
  listed boolean not null default false,
  created_at timestamptz not null default now(),
  constraint coalitions_one_per_slug unique (slug),
  constraint coalitions_slug_fits_an_address check (core.is_slug(slug)),
  constraint coalitions_display_name_is_a_line check (core.is_visible(display_name) and core.is_line(display_name, 80)),
  constraint coalitions_korean_name_is_a_line check (core.is_visible(korean_name) and core.is_line(korean_name, 80))
);
comment on table public.coalitions is 'A group of organizations that work together. An organization may be in several.';
comment on column public.coalitions.listed is 'Whether people outside may know that it exists and open its public calendar.';

create table public.organizations (
  id uuid primary key default gen_random_uuid(),
  slug text not null,
  legal_name text not null,
  display_name text not null,
  short_name text not null,
  korean_name text,
  aliases text[] not null default '{}',
  time_zone text not null,
  languages text[] not null default '{en}',
  color text not null default 'slate',
  created_at timestamptz not null default now(),
  constraint organizations_one_per_slug unique (slug),
  constraint organizations_slug_fits_an_address check (core.is_slug(slug)),
  constraint organizations_legal_name_is_a_line check (core.is_visible(legal_name) and core.is_line(legal_name, 120)),
  constraint organizations_display_name_is_a_line check (core.is_visible(display_name) and core.is_line(display_name, 80)),
  constraint organizations_short_name_is_a_line check (core.is_visible(short_name) and core.is_line(short_name, 24)),
  constraint organizations_korean_name_is_a_line check (core.is_visible(korean_name) and core.is_line(korean_name, 80)),
  constraint organizations_aliases_are_lines check (core.are_lines(aliases, 20, 120)),
  constraint organizations_languages_are_tags check (core.are_languages(languages)),
  constraint organizations_color_is_a_hue check (color in (
    'jade', 'pine', 'moss', 'ochre', 'amber', 'rust', 'rose', 'plum', 'violet', 'indigo', 'sky', 'slate'
  )),
  constraint organizations_time_zone_exists foreign key (time_zone) references core.time_zones (name)
);
comment on table public.organizations is 'Owns rows and has members. What it may see and do in a coalition comes from its standing.';
comment on column public.organizations.slug is 'Its name in addresses: /o/krcla.';
comment on column public.organizations.short_name is 'What fits beside its color on a calendar.';
comment on column public.organizations.aliases is 'Other names people look for it by, former ones included.';
comment on column public.organizations.color is 'One of the twelve hues the interface knows.';
create index organizations_time_zone_idx on public.organizations (time_zone);

create table public.standings (
  organization_id uuid not null references public.organizations on delete cascade,
  coalition_id uuid not null references public.coalitions on delete cascade,
  kind public.standing_kind not null,
  joined_on date not null default current_date,
  constraint standings_one_per_coalition primary key (organization_id, coalition_id)
);
comment on table public.standings is 'The place of an organization in a coalition. Where two organizations both have one, they are fellows.';
create index standings_coalition_idx on public.standings (coalition_id, organization_id);

alter table public.coalitions enable row level security;
alter table public.coalitions force row level security;
alter table public.organizations enable row level security;
alter table public.organizations force row level security;
alter table public.standings enable row level security;
alter table public.standings force row level security;
