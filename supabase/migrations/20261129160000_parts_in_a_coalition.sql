-- A part says in which coalition it is had, so that the policy on parts compares a column instead of asking for each part.

alter table public.action_parts
  add column coalition_id uuid,
  add constraint action_parts_are_had_in_a_coalition foreign key (organization_id, coalition_id)
    references public.standings (organization_id, coalition_id) on delete set null (coalition_id);
comment on column public.action_parts.coalition_id is
  'The coalition of the item, while the organization stands in it; empty once it has left: then nobody there is told of its part any more.';
update public.action_parts p set coalition_id = i.coalition_id
from public.action_items i, public.standings s
where i.organization_id = p.owner_id and i.id = p.item_id
  and s.organization_id = p.organization_id and s.coalition_id = i.coalition_id;
create index action_parts_standing_idx on public.action_parts (organization_id, coalition_id);
create index action_parts_coalition_idx on public.action_parts (coalition_id);
