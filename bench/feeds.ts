import ICAL from "ical.js";
import { ownerOf } from "../tests/support/owner";
import type { Local } from "../tests/support/product";
import { median } from "./median";

/** A feed of a thousand gatherings, from asking to the last byte, over what a parser takes to read it. Times in milliseconds. */
export type FeedFigure = {
  gatherings: number;
  bytes: number;
  /** To a program that has not got it, while nothing changes. */
  answered: number;
  /** Right after a change, so that it is read and written anew. */
  afterChange: number;
  parsed: number;
  ratio: number;
  ratioAfterChange: number;
  /** To a program that has it. */
  unchanged: number;
};

const gatherings = 1000;

export async function measureFeed(local: Local, rounds: number): Promise<FeedFigure> {
  await openGatherings(local);
  const url = new URL("/o/nakasec/calendar.ics", local.app_url);
  const taken = {
    answered: [] as number[],
    afterChange: [] as number[],
    parsed: [] as number[],
    unchanged: [] as number[],
  };
  let bytes = 0;
  const owner = ownerOf(local);
  for (let round = -2; round < rounds; round += 1) {
    await owner`update public.gatherings set area = ${`Round ${round}`} where id = (
      select g.id from public.gatherings g join public.organizations o on o.id = g.organization_id
      where o.slug = 'nakasec' and g.title ->> 'en' = 'Consultation 1' limit 1)`;
    const [afterChange] = await timed(() => read(url));
    const [answered, { text, etag }] = await timed(() => read(url));
    const [parsed, entries] = await timed(async () => parse(text));
    if (entries < gatherings) throw new Error(`The feed holds ${entries} gatherings.`);
    const [unchanged, status] = await timed(
      async () => (await fetch(url, { headers: { "if-none-match": etag } })).status,
    );
    if (status !== 304) throw new Error(`A feed that has not changed was answered ${status}.`);
    bytes = Buffer.byteLength(text);
    if (round < 0) continue;
    taken.afterChange.push(afterChange);
    taken.answered.push(answered);
    taken.parsed.push(parsed);
    taken.unchanged.push(unchanged);
  }
  await owner.end();
  const [answered, afterChange, parsed, unchanged] = [
    median(taken.answered),
    median(taken.afterChange),
    median(taken.parsed),
    median(taken.unchanged),
  ];
  const over = (time: number) => Math.round((time / parsed) * 100) / 100;
  return {
    ...{ gatherings, bytes, answered, afterChange, parsed },
    ...{ ratio: over(answered), ratioAfterChange: over(afterChange), unchanged },
  };
}

async function read(url: URL) {
  const answer = await fetch(url);
  return { etag: answer.headers.get("etag") ?? "", text: await answer.text() };
}

/** As a calendar program does: every entry with its title and when it is. */
function parse(text: string): number {
  const entries = new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents("vevent")
    .map((entry) => new ICAL.Event(entry));
  return entries.filter((event) => event.summary && event.startDate.compare(event.endDate) < 0).length;
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
    cross join lateral (select date_trunc('day', localtimestamp) + n / 5 * interval '1 day' + (9 + n % 5) * interval '1 hour' as wall) w
    where o.slug = 'nakasec'`;
  await owner.end();
}

async function timed<Done>(work: () => Promise<Done>): Promise<[milliseconds: number, Done]> {
  const began = performance.now();
  const done = await work();
  return [performance.now() - began, done];
}
