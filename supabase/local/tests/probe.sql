-- What the stack's tests ask through the gateway. Runs after every migration of the product, in tests only.

create table public.probes (
  id uuid primary key default gen_random_uuid(),
  facts jsonb,
  noted_at timestamptz not null default '2026-11-22 10:00:00.5+00',
  wall timestamp not null default '2026-11-01 01:30:00'
);
alter table public.probes enable row level security;
alter table public.probes force row level security;
grant select, insert (facts) on public.probes to authenticated;
create policy probes_select_all on public.probes for select to authenticated using (true);
create policy probes_insert_all on public.probes for insert to authenticated with check (true);
insert into public.probes (facts) select to_jsonb(n) from generate_series(1, 3) n;

create function public.probe_live_sessions() returns setof uuid language sql stable security definer set search_path = '' as $$
  select s.id from auth.sessions s where s.id::text = auth.jwt() ->> 'session_id'
$$;
create function public.probe_caller() returns jsonb language sql stable as $$
  select jsonb_build_object('role', current_user, 'uid', auth.uid(), 'session', auth.jwt() ->> 'session_id',
    'live', exists (select from public.probe_live_sessions()))
$$;
create function public.probe_echo(card jsonb, ids uuid[], day date, words text[]) returns jsonb language sql stable as $$
  select jsonb_build_object('card', card, 'kind', jsonb_typeof(card), 'ids', ids, 'day', day, 'words', words)
$$;
create function public.probe_refusal() returns jsonb language plpgsql as $$
begin
  raise exception using errcode = 'PT409', message = 'shift_full', detail = '{"field":"starts"}';
end
$$;
grant execute on function public.probe_caller(), public.probe_live_sessions(),
  public.probe_echo(jsonb, uuid[], date, text[]), public.probe_refusal() to anon, authenticated;
