import { randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import { liftLimits } from "../tests/support/limits";
import { visitor } from "../tests/support/member";
import { ownerOf } from "../tests/support/owner";
import type { Local } from "../tests/support/product";

/** Many people who press at once for few seats, through the pages; every form is sent twice, as impatient people do. */
export type SignupFigure = {
  people: number;
  seats: number;
  coming: number;
  waiting: number;
  doubled: number;
  /** Answers that were no page with a code. */
  lost: number;
  seconds: number;
  /** The page they fill in, gzipped. */
  bytes: number;
};

const people = 200;
const seats = 40;

export async function measureSignups(local: Local): Promise<SignupFigure> {
  await liftLimits(local);
  const owner = ownerOf(local);
  const [made] = await owner<{ id: string }[]>`
    with made as (
      insert into public.gatherings (organization_id, title, starts_local, ends_local, time_zone, state, audience)
      select id, '{"en": "Rush"}', current_date + 5 + time '10:00', current_date + 5 + time '12:00', time_zone, 'scheduled', 'everyone'
      from public.organizations where slug = 'krcla' returning organization_id, id
    )
    insert into public.signup_lists (organization_id, gathering_id, capacity)
    select organization_id, id, ${seats} from made returning gathering_id as id`;
  const path = `/gatherings/${made?.id}/signup`;
  const page = await (await visitor(local).get(path)).text();
  const forms = Array.from({ length: people }, (_, at) => ({
    ...{ submission_id: randomUUID(), name: `Guest ${at}`, seats: "1", language: "ko", contact: "" },
  }));
  const began = performance.now();
  const answers = await Promise.all([...forms, ...forms].map((form) => visitor(local).post(path, form)));
  const seconds = Math.round(performance.now() - began) / 1000;
  const shown = await Promise.all(answers.map((answer) => answer.text()));
  const [kept] = await owner<{ coming: number; waiting: number; doubled: number }[]>`
    select count(*) filter (where state = 'coming')::int as coming, count(*) filter (where state = 'waiting')::int as waiting,
      count(*)::int - count(distinct name)::int as doubled
    from public.signups where gathering_id = ${made?.id ?? null}`;
  await owner.end();
  return {
    people,
    seats,
    coming: kept?.coming ?? 0,
    waiting: kept?.waiting ?? 0,
    doubled: kept?.doubled ?? 0,
    lost: shown.filter((html) => !/\/signups\/[0-9A-Z]{12}/.test(html)).length,
    seconds,
    bytes: gzipSync(page).byteLength,
  };
}
