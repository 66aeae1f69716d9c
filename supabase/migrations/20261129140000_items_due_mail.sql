-- A kind of mail about action items. A value of an enum is usable from the next migration on.

alter type public.message_kind add value 'items_due';
