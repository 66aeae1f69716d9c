-- Whether somebody has shown that their address is theirs, and limits after a second look.

alter table public.people add column address_proven_at timestamptz;
comment on column public.people.address_proven_at is
  'When a mailed link showed that whoever has the account reads its address; empty for accounts that came by a link handed over. A second organization wants it.';
update public.people set address_proven_at = now();

-- One network alone must not use up an account's tries, nor a few of them.
update private.limits set tries = 1000 where kind = 'sign_in' and scope = 'account';
update private.limits set tries = 20 where kind = 'mailed_link' and scope = 'account';
insert into private.limits (kind, scope, tries, within) values ('letter', 'account', 10, '1 day');
