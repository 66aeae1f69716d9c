-- What one organization's clerks tell each other by, and that mail about action items is a choice.

alter table public.action_part_notes
  add column version integer not null default 1,
  add constraint action_part_notes_version_counts_up check (version >= 1);
comment on column public.action_part_notes.version is
  'Counts every change that the organization makes to its part: status, note, link, assignee and ticks. For its own people alone.';
comment on table public.action_part_notes is
  'Who does the part of an organization, and what it notes and links for itself. Seen by its own people alone, not by the lead. Comes with the part, so that an item''s policy can ask here whether the reader has one.';

alter table public.notification_choices drop constraint notification_choices_are_optional;
alter table public.notification_choices add constraint notification_choices_are_optional
  check (kind in ('reminder', 'digest', 'services_due', 'items_due'));
