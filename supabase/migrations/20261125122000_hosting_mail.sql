-- Kinds of mail about holding a gathering together. Values of an enum are usable from the next migration on.

alter type public.message_kind add value 'hosting';
alter type public.message_kind add value 'hosting_answered';
