import { createHash, randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { ownerOf } from "../support/owner";
import type { Local } from "../support/product";
import { withSignups } from "./made-pages";
import { sendEmptyForm } from "./send-empty-form";

const editor = "editor@krcla.example";
const coHost = "editor@advancing-justice-la.example";

/** What coming to a gathering, helping at it and holding it together show, for those who meet it. */
export const gatheringPages = [
  {
    name: "gathering to sign up for",
    as: null,
    path: async (local: Local) => `/gatherings/${await withSignups(local)}`,
  },
  {
    name: "signing up through a co-host",
    as: null,
    path: async (local: Local) => `/gatherings/${(await heldByTwo(local)).id}/signup?via=advancing-justice-la`,
  },
  {
    name: "signing up, with mistakes",
    as: null,
    path: async (local: Local) => `/gatherings/${await withSignups(local)}/signup`,
    before: sendEmptyForm,
  },
  { name: "a return code, with mistakes", as: null, path: () => "/signups", before: sendEmptyForm },
  { name: "one's own sign-up", as: null, path: async (local: Local) => (await makeSignup(local)).own },
  { name: "change of a sign-up", as: null, path: async (local: Local) => `${(await makeSignup(local)).own}/change` },
  {
    name: "cancellation of a sign-up",
    as: null,
    path: async (local: Local) => `${(await makeSignup(local)).own}/cancellation`,
  },
  { name: "removal of a sign-up", as: editor, path: async (local: Local) => (await makeSignup(local)).removal },
  {
    name: "who signed up through a co-host",
    as: coHost,
    path: async (local: Local) => `${(await heldByTwo(local)).ofCoHost}/signups`,
  },
  { name: "volunteers, partly there", as: editor, path: async (local: Local) => (await roles(local)).list },
  {
    name: "volunteers, with mistakes",
    as: editor,
    path: withoutRoles,
    before: sendEmptyForm,
  },
  { name: "role of volunteers", as: editor, path: async (local: Local) => (await roles(local)).role },
  { name: "removal of a role", as: editor, path: async (local: Local) => `${(await roles(local)).role}/removal` },
  { name: "freeing a place", as: editor, path: async (local: Local) => (await roles(local)).place },
  { name: "tally at the door", as: editor, path: beginningNow },
  {
    name: "invitation of a host, with mistakes",
    as: editor,
    path: async (local: Local) => `/o/krcla/gatherings/${await withSignups(local)}/hosts`,
    before: sendEmptyForm,
  },
  {
    name: "what a co-host holds",
    as: coHost,
    path: async (local: Local) => `${(await heldByTwo(local)).ofCoHost}/hosting`,
  },
  {
    name: "ending what a co-host holds",
    as: coHost,
    path: async (local: Local) => `${(await heldByTwo(local)).ofCoHost}/hosting/ending`,
  },
  { name: "form of what repeats", as: editor, path: () => "/o/krcla/gatherings/new", before: repeatWeekly },
  { name: "what is at the same time", as: editor, path: () => "/o/krcla/gatherings/new", before: chooseTime },
  { name: "import, with mistakes", as: editor, path: () => "/o/krcla/import", before: sendEmptyForm },
  { name: "ending of a private calendar", as: editor, path: makePrivateCalendar },
];

async function repeatWeekly(page: Page) {
  await page.locator("[name=repeats]").selectOption("weekly");
  await page.locator("[name=repeat_ends][value=times]").check();
}

async function chooseTime(page: Page) {
  const found = page.waitForResponse(/\/clashes\/found/);
  await page.locator("[name=starts_on]").fill(nextSaturday());
  await page.locator("[name=starts]").fill("11:00");
  await page.locator("[name=ends]").fill("13:00");
  await page.locator("[name=area]").fill("Koreatown");
  await page.locator("[name=area]").blur();
  await found;
}

/** When the demonstration's KRCLA holds a workshop. */
function nextSaturday(): string {
  const day = new Date(Date.now() + 3 * 86_400_000);
  return new Date(day.getTime() + ((6 - day.getUTCDay()) % 7) * 86_400_000).toISOString().slice(0, 10);
}

/** The demonstration's gathering of KRCLA that a co-host accepted, to which people come through both. */
async function heldByTwo(local: Local): Promise<{ id: string; ofCoHost: string }> {
  const owner = ownerOf(local);
  const [found] = await owner`
    select l.gathering_id from public.signup_lists l
    join public.hostings h on h.gathering_id = l.gathering_id and h.part = 'co_host' and h.state = 'accepted'
    join public.organizations o on o.id = h.host_id and o.slug = 'advancing-justice-la' limit 1`;
  await owner.end();
  const id = String(found?.gathering_id);
  return { id, ofCoHost: `/o/advancing-justice-la/gatherings/${id}` };
}

/** Somebody waiting at the gathering that has sign-ups, with a code that opens it. */
async function makeSignup(local: Local): Promise<{ own: string; removal: string }> {
  const gathering = await withSignups(local);
  const code = randomBytes(32).toString("hex");
  const owner = ownerOf(local);
  const [made] = await owner`
    insert into public.signups
      (organization_id, gathering_owner_id, gathering_id, name, seats, language, needs, state, place, delete_at)
    select organization_id, organization_id, gathering_id, ${"고사리".repeat(26)}, 2, 'ko', '{interpretation,access}', 'waiting', 9,
      now() + interval '30 days'
    from public.signup_lists where gathering_id = ${gathering} returning id`;
  await owner`
    insert into private.return_codes (code_hash, signup_id)
    values (${createHash("sha256").update(code).digest()}, ${made?.id ?? null})`;
  await owner.end();
  return { own: `/signups/${code}`, removal: `/o/krcla/gatherings/${gathering}/signups/${made?.id}/removal` };
}

/** A role of the demonstration that an editor of KRCLA takes. */
async function roles(local: Local): Promise<{ list: string; role: string; place: string }> {
  const owner = ownerOf(local);
  const [found] = await owner`
    select p.gathering_id, p.role_id, p.id from public.volunteer_places p join auth.users u on u.id = p.person_id
    where u.email = ${editor} order by p.taken_at limit 1`;
  await owner.end();
  const list = `/o/krcla/gatherings/${found?.gathering_id}/roles`;
  const role = `${list}/${found?.role_id}`;
  return { list, role, place: `${role}/places/${found?.id}/removal` };
}

/** The page of volunteers for a gathering of KRCLA's that needs none yet. */
async function withoutRoles(local: Local): Promise<string> {
  const owner = ownerOf(local);
  const [found] = await owner`
    select g.id from public.gatherings g join public.organizations o on o.id = g.organization_id and o.slug = 'krcla'
    where g.state = 'scheduled' and g.starts_at > now() + interval '3 days'
      and not exists (select from public.volunteer_roles r where r.gathering_id = g.id)
    order by g.starts_at limit 1`;
  await owner.end();
  return `/o/krcla/gatherings/${found?.id}/roles`;
}

/** The button for a gathering of KRCLA's that begins now. */
async function beginningNow(local: Local): Promise<string> {
  const owner = ownerOf(local);
  const [made] = await owner`
    insert into public.gatherings (organization_id, title, kind, starts_local, ends_local, time_zone, state, audience)
    select id, ${owner.json({ en: "Donaudampfschiffahrt".padEnd(120, "s") })}, 'meeting',
      now() at time zone 'America/Los_Angeles', (now() at time zone 'America/Los_Angeles') + interval '2 hours',
      'America/Los_Angeles', 'scheduled', 'owner'
    from public.organizations where slug = 'krcla' returning id`;
  await owner.end();
  return `/o/krcla/gatherings/${made?.id}/tally`;
}

async function makePrivateCalendar(local: Local): Promise<string> {
  const owner = ownerOf(local);
  const [made] = await owner`
    insert into public.feed_tokens (person_id, label, token_hash)
    select id, ${"Donaudampfschiffahrt".padEnd(60, "s")}, ${randomBytes(32)} from auth.users where email = ${editor} returning id`;
  await owner.end();
  return `/settings/calendars/${made?.id}/ending`;
}
