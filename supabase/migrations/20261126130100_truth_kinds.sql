-- Kinds of mail and of links about whether the directory is still right. Values of an enum are usable from the next
-- migration on.

alter type public.message_kind add value 'services_due';
alter type public.message_kind add value 'suggestion_answered';
alter type private.link_kind add value 'still_true';
