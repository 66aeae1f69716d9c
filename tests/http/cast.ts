import { createHash } from "node:crypto";
import { inject } from "vitest";
import { makeMailedLink } from "../support/mailed-link";
import { signInAs, type Visitor, visitor } from "../support/member";
import { ownerOf } from "../support/owner";

/** Everybody who comes to the pages, by what they are to KRCLA. */
export const actors = {
  visitor: null,
  viewer: "viewer@krcla.example",
  member: "member@krcla.example",
  editor: "editor@krcla.example",
  admin: "admin@krcla.example",
  neighbor: "editor@krc-chicago.example",
  ally: "viewer@advancing-justice-la.example",
} as const;
export type Actor = keyof typeof actors;

export const local = () => inject("local");

/** The person behind an actor, signed in once for the whole file. */
export function as(actor: Actor): Promise<Visitor> {
  const email = actors[actor];
  const known = signedIn.get(actor) ?? (email ? signInAs(local(), email) : Promise.resolve(visitor(local())));
  signedIn.set(actor, known);
  return known;
}
const signedIn = new Map<Actor, Promise<Visitor>>();

/** A gathering of KRCLA by who can see it. */
export type Kept = {
  owner: string;
  named: string;
  coalition: string;
  everyone: string;
  draft: string;
  cancelled: string;
  /** A template of KRCLA's, not a gathering. */
  template: string;
  /** What the coalition's gathering needs volunteers for, and the place of KRCLA's member. */
  role: string;
  place: string;
};

/** Makes one gathering of each sort for KRCLA; the named one is named to KRC Chicago. */
export async function makeGatherings(): Promise<Kept> {
  const owner = ownerOf(local());
  try {
    const make = async (audience: string, state = "scheduled") => {
      const [made] = await owner`
        insert into public.gatherings
          (organization_id, coalition_id, title, kind, starts_local, ends_local, time_zone, state, audience)
        select o.id, c.id, ${owner.json({ en: `Zinnia ${audience} ${state}` })}, 'meeting',
          (now() + interval '5 days')::date + time '10:00', (now() + interval '5 days')::date + time '12:00',
          'America/Los_Angeles', ${state === "draft" ? "draft" : "scheduled"}, ${audience}
        from public.organizations o, public.coalitions c where o.slug = 'krcla' and c.slug = 'emergency-plan'
        returning id, organization_id`;
      if (state === "cancelled") {
        await owner`
          update public.gatherings set state = 'cancelled', cancellation_reason = 'The hall is closed.' where id = ${made?.id}`;
      }
      if (audience === "named") {
        await owner`
          insert into public.shares (organization_id, gathering_id, recipient_id)
          select ${made?.organization_id}, ${made?.id}, id from public.organizations where slug = 'krc-chicago'`;
      }
      return String(made?.id);
    };
    const [template] = await owner`
      insert into public.gathering_templates (organization_id, name, content)
      select id, ${`Zinnia ${Math.random()}`}, ${owner.json({ title: { en: "Zinnia" } })}
      from public.organizations where slug = 'krcla' returning id`;
    const coalition = await make("coalition");
    const [role] = await owner`
      insert into public.volunteer_roles (organization_id, gathering_id, name, needed)
      select organization_id, id, ${owner.json({ en: "Zinnia door" })}, 2 from public.gatherings where id = ${coalition}
      returning id`;
    // The one member has a place in every file's gathering: none of them may take their time.
    const [place] = await owner`
      insert into public.volunteer_places (organization_id, person_id, owner_id, gathering_id, role_id, during)
      select r.organization_id, u.id, r.organization_id, r.gathering_id, r.id, 'empty'
      from public.volunteer_roles r, auth.users u where r.id = ${role?.id ?? null} and u.email = 'member@krcla.example'
      returning id`;
    const everyone = await make("everyone");
    await owner`
      insert into public.signup_lists (organization_id, gathering_id, capacity)
      select organization_id, id, 3 from public.gatherings where id = ${everyone}`;
    return {
      template: String(template?.id),
      role: String(role?.id),
      place: String(place?.id),
      owner: await make("owner"),
      named: await make("named"),
      coalition,
      everyone,
      draft: await make("everyone", "draft"),
      cancelled: await make("coalition", "cancelled"),
    };
  } finally {
    await owner.end();
  }
}

/** Somebody's open invitation to KRCLA with its link's token, and a person of KRCLA's. */
export async function makeInvitation(): Promise<{ id: string; token: string; email: string; person: string }> {
  const token = `link-${Math.random().toString(36).slice(2)}`;
  const email = `${token}@krcla.example`;
  const owner = ownerOf(local());
  try {
    const [made] = await owner`
      insert into public.invitations (organization_id, email, role, token_hash, expires_at)
      select id, ${email}, 'member', ${createHash("sha256").update(token).digest()}, now() + interval '1 hour'
      from public.organizations where slug = 'krcla' returning id`;
    const [person] = await owner`select id from auth.users where email = 'viewer@krcla.example'`;
    return { id: String(made?.id), token, email, person: String(person?.id) };
  } finally {
    await owner.end();
  }
}

/** Somebody of their own who has just come in by an invitation to KRCLA, signed in; `name` keeps files apart. */
export async function comeIn(name: string): Promise<{ person: Visitor; email: string; passphrase: string }> {
  const { id, token } = await makeInvitation();
  const email = `${name}-${token}@krcla.example`;
  const owner = ownerOf(local());
  await owner`update public.invitations set email = ${email} where id = ${id}`;
  await owner.end();
  const [person, passphrase] = [visitor(local()), "three unrelated long words"];
  const answer = await person.post(`/invitations/${token}`, { display_name: name, email, passphrase });
  if (answer.status !== 302) throw new Error(`${name} could not come in: ${answer.status}`);
  return { person, email, passphrase };
}

/** Whoever came in under this name goes again. */
export async function letGo(name: string): Promise<void> {
  const owner = ownerOf(local());
  await owner`delete from auth.users where email like ${`${name}-link-%`}`;
  await owner.end();
}

/** A mailed link of each sort, to a viewer of KRCLA. */
export async function makeMailedLinks() {
  const make = (kind: Parameters<typeof makeMailedLink>[1]) => makeMailedLink(local(), kind, actors.viewer);
  return {
    sign_in: await make("sign_in"),
    reset: await make("reset"),
    address_new: await make("address_new"),
    unsubscribe: await make("unsubscribe"),
  };
}

/** A private calendar of a viewer of KRCLA's: its number and the token of its address. */
export async function makeCalendar(shows = "taken"): Promise<{ id: string; token: string }> {
  const token = createHash("sha256").update(String(Math.random())).digest("hex");
  const owner = ownerOf(local());
  const [made] = await owner`
    insert into public.feed_tokens (person_id, label, shows, token_hash)
    select id, 'My phone', ${shows}, ${createHash("sha256").update(token).digest()} from auth.users where email = ${actors.viewer}
    returning id`;
  await owner.end();
  return { id: String(made?.id), token };
}

/** Another device on which a viewer of KRCLA is signed in. */
export async function makeSession(): Promise<string> {
  const owner = ownerOf(local());
  const [made] = await owner`
    insert into auth.sessions (id, user_id)
    select gen_random_uuid(), id from auth.users where email = ${actors.viewer} returning id`;
  await owner.end();
  return String(made?.id);
}

/** A single-use link for a first organization, as an empty installation prints it. */
export async function makeFirstLink(): Promise<string> {
  const token = `link-${Math.random().toString(36).slice(2)}`;
  const owner = ownerOf(local());
  const hash = createHash("sha256").update(token).digest();
  await owner`insert into private.first_links (token_hash, expires_at) values (${hash}, now() + interval '1 hour')`;
  await owner.end();
  return token;
}

/** Whether the box with this value is ticked. */
export function isChecked(page: string, value: string): boolean {
  const box = new RegExp(`<input[^>]*value="${value}"[^>]*>`).exec(page)?.[0];
  if (!box) throw new Error(`There is no box for ${value}.`);
  return /\schecked/.test(box);
}
