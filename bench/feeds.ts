import ICAL from "ical.js";
import { ownerOf } from "../tests/support/owner";
import type { Local } from "../tests/support/product";
import { median } from "./median";

/** A feed of a thousand gatherings, from asking to the last byte, over what a parser takes to read it. Times in milliseconds. */
export type FeedFigure = {
  gatherings: number;
  bytes: number;
  answered: number;
  parsed: number;
  ratio: number;
  unchanged: number;
};

const gatherings = 1000;

export async function measureFeed(local: Local, rounds: number): Promise<FeedFigure> {
  await openGatherings(local);
  const url = new URL("/o/nakasec/calendar.ics", local.app_url);
  const taken = { answered: [] as number[], parsed: [] as number[], unchanged: [] as number[] };
  let bytes = 0;
  for (let round = -2; round < rounds; round += 1) {
    const [answered, response] = await timed(async () => {
      const answer = await fetch(url);
      return { etag: answer.headers.get("etag") ?? "", text: await answer.text() };
    });
    const [parsed, entries] = await timed(
      async () => new ICAL.Component(ICAL.parse(response.text)).getAllSubcomponents("vevent").length,
    );
    if (entries < gatherings) throw new Error(`The feed holds ${entries} gatherings.`);
    const [unchanged, status] = await timed(
      async () => (await fetch(url, { headers: { "if-none-match": response.etag } })).status,
    );
    if (status !== 304) throw new Error(`A feed that has not changed was answered ${status}.`);
    bytes = Buffer.byteLength(response.text);
    if (round < 0) continue;
    taken.answered.push(answered);
    taken.parsed.push(parsed);
    taken.unchanged.push(unchanged);
  }
  const [answered, parsed, unchanged] = [median(taken.answered), median(taken.parsed), median(taken.unchanged)];
  return { gatherings, bytes, answered, parsed, ratio: Math.round((answered / parsed) * 100) / 100, unchanged };
}

async function openGatherings(local: Local) {
  const owner = ownerOf(local);
  await owner`
    insert into public.gatherings
      (organization_id, title, description, kind, area, languages, starts_local, ends_local, time_zone, state, audience)
    select o.id, jsonb_build_object('en', 'Consultation ' || n, 'ko', '상담 ' || n),
      jsonb_build_object('en', 'Bring your letters, we read them together.', 'ko', '받은 편지를 가져오세요. 함께 읽어요.'),
      'clinic', 'Koreatown', '{ko,en}', w.wall, w.wall + interval '2 hours', 'America/New_York', 'scheduled', 'everyone'
    from public.organizations o
    cross join generate_series(1, ${gatherings}) n
    cross join lateral (select date_trunc('day', localtimestamp) + n * interval '7 hours' + interval '60 days' as wall) w
    where o.slug = 'nakasec' and extract(hour from w.wall) <> 2`;
  await owner`
    insert into public.gatherings (organization_id, title, starts_local, ends_local, time_zone, state, audience)
    select o.id, '{"en": "Meeting"}', localtimestamp + n * interval '1 day' + interval '3 hours' - localtime,
      localtimestamp + n * interval '1 day' + interval '4 hours' - localtime, 'America/New_York', 'scheduled', 'everyone'
    from public.organizations o cross join generate_series(1, 100) n where o.slug = 'nakasec'`;
  await owner.end();
}

async function timed<Done>(work: () => Promise<Done>): Promise<[milliseconds: number, Done]> {
  const began = performance.now();
  const done = await work();
  return [performance.now() - began, done];
}
