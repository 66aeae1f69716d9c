-- What leaves no mark is no part of a text, and a link says which host it leads to.

create or replace function core.is_plain(value text, multiline boolean) returns boolean
language sql immutable parallel safe set search_path = '' as $$
  select value !~ (case when multiline
      then '[\u0001-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffe\uffff\U000e0000-\U000e007f]'
      else '[\u0001-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffe\uffff\U000e0000-\U000e007f]' end)
    and value is nfc normalized
$$;
comment on function core.is_plain(text, boolean) is
  'A text in composed form (NFC) without control characters, marks of reading direction, zero-width spaces and tags (Unicode: Bidi_Control, and what is default ignorable without joining). Line feeds only where several lines are meant.';

create function core.is_https_link(value text) returns boolean
language sql immutable parallel safe set search_path = '' as $$
  select value ~ '^https://[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?\.[A-Za-z]{2,}(:[0-9]{1,5})?([/?#][^[:space:]<>"''`\\]*)?$'
$$;
comment on function core.is_https_link(text) is
  'An https address of a named host. Nothing stands before the host: a link must not look as if it led elsewhere.';

alter table public.gathering_details drop constraint gathering_details_online_url_is_a_link;
alter table public.gathering_details add constraint gathering_details_online_url_is_a_link
  check (online_url = '' or (core.is_line(online_url, 500) and core.is_https_link(online_url)));
