-- How an action item appears in lists. After gathering-pages.sql, whose labels of organizations it uses.

create view private.item_cards with (security_invoker = true) as
select
  i.id, i.organization_id, i.coalition_id, i.audience, i.due_at, i.due_local, i.closed_at,
  jsonb_build_object(
    'id', i.id, 'title', i.title, 'due_local', i.due_local, 'time_zone', i.time_zone, 'due_at', i.due_at,
    'closed', i.closed_at is not null, 'late', i.closed_at is null and i.due_at < now(), 'audience', i.audience,
    'about_registration', i.about_registration,
    'organization', o.label
  ) as card
from public.action_items i
join private.organization_labels o on o.id = i.organization_id;
comment on view private.item_cards is 'An action item as lists and calendars show it, with the columns they choose and sort by.';
grant select on private.item_cards to authenticated;
