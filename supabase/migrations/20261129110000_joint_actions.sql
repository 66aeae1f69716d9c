-- Joint actions: campaigns of a coalition's plan, and the things to do together, of which each organization does its part.

create type public.campaign_part as enum (
  'gatherings', 'hotline', 'consultations', 'relations', 'human_rights',
  'deferred_action', 'citizenship', 'voter_registration'
);
comment on type public.campaign_part is 'What a campaign serves: the first five are the parts of the plan, the others stand around it.';
create type public.campaign_outcome as enum ('won', 'lost', 'ended');
comment on type public.campaign_outcome is 'How a campaign came out; none while it runs.';
create type public.part_status as enum ('asked', 'accepted', 'declined', 'doing', 'done', 'cannot');
comment on type public.part_status is 'How far an organization is with its part of an action item.';

create table public.campaigns (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null references public.organizations on delete cascade,
  coalition_id uuid,
  submission_id uuid not null default gen_random_uuid(),
  part public.campaign_part not null,
  name jsonb not null,
  goal jsonb not null default '{}',
  audience public.audience not null default 'owner',
  starts_on date not null,
  ends_on date,
  outcome public.campaign_outcome,
  outcome_on date,
  outcome_reason jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  constraint campaigns_tenant_key unique (organization_id, id),
  constraint campaigns_one_per_submission unique (organization_id, submission_id),
  constraint campaigns_stand_in_own_coalition foreign key (organization_id, coalition_id)
    references public.standings (organization_id, coalition_id) on delete set null (coalition_id),
  constraint campaigns_name_in_some_language check (core.are_texts(name, 120, false) and name <> '{}'),
  constraint campaigns_goal_is_text check (core.are_texts(goal, 1000, true)),
  constraint campaigns_outcome_reason_is_text check (core.are_texts(outcome_reason, 1000, true)),
  constraint campaigns_end_after_start check (ends_on >= starts_on),
  constraint campaigns_in_this_century check (starts_on >= '2000-01-01' and coalesce(ends_on, outcome_on, starts_on) < '2100-01-01'),
  constraint campaigns_come_out_on_a_day check ((outcome is null) = (outcome_on is null) and outcome_on >= starts_on),
  constraint campaigns_say_why_they_came_out check ((outcome is null) = (outcome_reason = '{}')),
  constraint campaigns_version_counts_up check (version >= 1)
);
comment on table public.campaigns is
  'What organizations of a coalition pursue together over weeks or years, led by one of them, its owner. Dates are days at the lead organization''s place.';
comment on column public.campaigns.coalition_id is
  'The coalition whose plan it serves; empty once its lead has left that. Not for readers of the row, who may not know that coalition.';
create index campaigns_standing_idx on public.campaigns (organization_id, coalition_id);
create index campaigns_coalition_idx on public.campaigns (coalition_id);
create index campaigns_open_to_everyone_idx on public.campaigns (organization_id) where audience = 'everyone';

create table public.campaign_shares (
  organization_id uuid not null,
  campaign_id uuid not null,
  recipient_id uuid not null references public.organizations on delete cascade,
  constraint campaign_shares_once_per_recipient primary key (organization_id, campaign_id, recipient_id),
  constraint campaign_shares_belong_to_the_lead foreign key (organization_id, campaign_id)
    references public.campaigns (organization_id, id) on delete cascade,
  constraint campaign_shares_go_to_others check (recipient_id <> organization_id)
);
comment on table public.campaign_shares is
  'An organization that a campaign is named to. A recipient sees its own row, while the campaign''s audience is "named".';
create index campaign_shares_recipient_idx on public.campaign_shares (recipient_id);

create table public.action_items (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null references public.organizations on delete cascade,
  coalition_id uuid,
  campaign_owner_id uuid,
  campaign_id uuid,
  submission_id uuid not null default gen_random_uuid(),
  title jsonb not null,
  description jsonb not null default '{}',
  audience public.audience not null default 'named',
  due_local timestamp not null,
  due_fold smallint,
  time_zone text not null references core.time_zones (name),
  due_at timestamptz not null,
  closed_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  constraint action_items_tenant_key unique (organization_id, id),
  constraint action_items_one_per_submission unique (organization_id, submission_id),
  constraint action_items_stand_in_own_coalition foreign key (organization_id, coalition_id)
    references public.standings (organization_id, coalition_id) on delete set null (coalition_id),
  constraint action_items_belong_to_a_campaign foreign key (campaign_owner_id, campaign_id)
    references public.campaigns (organization_id, id) on delete set null (campaign_owner_id, campaign_id),
  constraint action_items_name_a_campaign_whole check ((campaign_owner_id is null) = (campaign_id is null)),
  constraint action_items_title_in_some_language check (core.are_texts(title, 120, false) and title <> '{}'),
  constraint action_items_description_is_text check (core.are_texts(description, 4000, true)),
  -- Whoever has a part sees it; nobody outside the coalition does.
  constraint action_items_stay_in_the_coalition check (audience in ('named', 'coalition')),
  constraint action_items_due_fold_is_first_or_second check (due_fold in (0, 1)),
  constraint action_items_in_this_century check (due_local >= '2000-01-01' and due_local < '2100-01-01'),
  constraint action_items_version_counts_up check (version >= 1)
);
comment on table public.action_items is
  'One thing that organizations of a coalition do together by a moment, led by one of them, its owner. Who does which part, and how far, is in action_parts.';
comment on column public.action_items.coalition_id is 'Empty once its lead has left that coalition: then the lead alone sees it.';
comment on column public.action_items.audience is '"named": the lead and the organizations that have a part; "coalition": every organization of the coalition.';
comment on column public.action_items.campaign_id is 'The campaign it serves, of whichever organization. Not for readers of the row, who may not see that campaign.';
comment on column public.action_items.due_at is 'Derived from wall time, zone and fold by a trigger, and by nobody else.';
create index action_items_standing_idx on public.action_items (organization_id, coalition_id);
create index action_items_coalition_due_idx on public.action_items (coalition_id, due_at);
create index action_items_campaign_idx on public.action_items (campaign_owner_id, campaign_id);
create index action_items_time_zone_idx on public.action_items (time_zone);

create table public.action_parts (
  organization_id uuid not null references public.organizations on delete cascade,
  owner_id uuid not null,
  item_id uuid not null,
  status public.part_status not null default 'asked',
  asked_at timestamptz not null default now(),
  status_at timestamptz not null default now(),
  constraint action_parts_one_per_organization primary key (organization_id, owner_id, item_id),
  constraint action_parts_belong_to_an_item foreign key (owner_id, item_id)
    references public.action_items (organization_id, id) on delete cascade
);
comment on table public.action_parts is
  'That an organization has a part in an action item, and how far it is. Seen by whoever sees the item; changed by that organization alone.';
comment on column public.action_parts.owner_id is 'The organization that leads the item.';
comment on column public.action_parts.status_at is 'When the status last became another.';
create index action_parts_item_idx on public.action_parts (owner_id, item_id);

create table public.action_part_notes (
  organization_id uuid not null,
  owner_id uuid not null,
  item_id uuid not null,
  assignee_id uuid,
  note text not null default '',
  link text not null default '',
  constraint action_part_notes_one_per_part primary key (organization_id, owner_id, item_id),
  constraint action_part_notes_belong_to_the_part foreign key (organization_id, owner_id, item_id)
    references public.action_parts (organization_id, owner_id, item_id) on delete cascade,
  constraint action_part_notes_assign_a_member foreign key (organization_id, assignee_id)
    references public.memberships (organization_id, person_id) on delete set null (assignee_id),
  constraint action_part_notes_note_is_text check (core.is_paragraph(note, 2000)),
  constraint action_part_notes_link_is_web check (link = '' or core.is_web_link(link))
);
comment on table public.action_part_notes is
  'Who does the part of an organization, and what it notes and links for itself. Seen by its own people alone, not by the lead.';
create index action_part_notes_assignee_idx on public.action_part_notes (organization_id, assignee_id);

create table public.action_steps (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid not null,
  item_id uuid not null,
  position smallint not null,
  label jsonb not null,
  constraint action_steps_tenant_key unique (organization_id, item_id, id),
  constraint action_steps_belong_to_an_item foreign key (organization_id, item_id)
    references public.action_items (organization_id, id) on delete cascade,
  constraint action_steps_label_in_some_language check (core.are_texts(label, 200, false) and label <> '{}'),
  constraint action_steps_are_few check (position between 1 and 30)
);
comment on table public.action_steps is 'The checklist of an action item, as its lead wrote it: what every part consists of.';

create table public.action_ticks (
  organization_id uuid not null,
  owner_id uuid not null,
  item_id uuid not null,
  step_id uuid not null,
  constraint action_ticks_once_per_step primary key (organization_id, owner_id, item_id, step_id),
  constraint action_ticks_belong_to_the_part foreign key (organization_id, owner_id, item_id)
    references public.action_parts (organization_id, owner_id, item_id) on delete cascade,
  constraint action_ticks_mark_a_step foreign key (owner_id, item_id, step_id)
    references public.action_steps (organization_id, item_id, id) on delete cascade
);
comment on table public.action_ticks is 'A step of the checklist that an organization has done in its own part. Seen by its own people alone.';
create index action_ticks_step_idx on public.action_ticks (owner_id, item_id, step_id);

do $$
declare
  made text;
begin
  foreach made in array array[
    'campaigns', 'campaign_shares', 'action_items', 'action_parts', 'action_part_notes', 'action_steps', 'action_ticks'
  ] loop
    execute format('alter table public.%I enable row level security', made);
    execute format('alter table public.%I force row level security', made);
  end loop;
end $$;
