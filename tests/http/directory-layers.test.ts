import { beforeAll, describe, expect, test } from "vitest";
import { rest } from "../support/member";
import { ownerOf } from "../support/owner";
import { type Actor, as, local } from "./cast";

const audiences = ["owner", "named", "coalition", "everyone"] as const;
type Audience = (typeof audiences)[number];
const pairs = audiences.flatMap((card, at) => audiences.slice(0, at + 1).map((place) => ({ card, place })));
const people = ["visitor", "viewer", "editor", "neighbor", "ally"] as const;

/** Who sees a layer of an audience: KRCLA owns it and names KRC Chicago. */
const seeing: Record<Audience, Actor[]> = {
  owner: ["viewer", "editor"],
  named: ["viewer", "editor", "neighbor"],
  coalition: ["viewer", "editor", "neighbor", "ally"],
  everyone: ["viewer", "editor", "neighbor", "ally", "visitor"],
};
const nameOf = (card: Audience, place: Audience) => `Zinnialist ${card} ${place}`;
const streetOf = (card: Audience, place: Audience) => `Zqstreet ${card}${place}`;
const [papers, notes] = ["Zqpapers", "Zqnotes"];

type Made = { id: string; hsds: string; at: string };
const made = new Map<string, Made>();
const of = (card: Audience, place: Audience) => made.get(nameOf(card, place)) ?? { id: "", hsds: "", at: "" };
beforeAll(async () => {
  const owner = ownerOf(local());
  for (const { card, place } of pairs) {
    const [service] = await owner`
      insert into public.services (organization_id, coalition_id, name, source_language, audience, time_zone, area_served)
      select o.id, case ${card} when 'coalition' then c.id end, ${owner.json({ en: nameOf(card, place) })}, 'en', ${card},
        'America/Los_Angeles', '{Zinniatown}'
      from public.organizations o, public.coalitions c where o.slug = 'krcla' and c.slug = 'emergency-plan'
      returning id, organization_id, hsds_id`;
    const { id, organization_id } = service ?? {};
    const name = (layer: string) => owner`
      insert into public.service_shares (organization_id, service_id, layer, recipient_id)
      select ${organization_id}, ${id}, ${layer}::public.service_layer, id from public.organizations where slug = 'krc-chicago'`;
    if (card === "named") await name("card");
    const [link] = await owner`
      with l as (
        insert into public.locations (organization_id, name, address_1, city, latitude, longitude)
        values (${organization_id}, ${streetOf(card, place)}, ${streetOf(card, place)}, 'Zqcity', 34.05, -118.24) returning id
      )
      insert into public.service_at_locations (organization_id, service_id, location_id, audience, coalition_id)
      select ${organization_id}, ${id}, l.id, ${place}::public.audience, case when ${place} = 'coalition' then c.id end
      from l, public.coalitions c where c.slug = 'emergency-plan' returning hsds_id`;
    if (place === "named") await name("place");
    await owner`
      insert into public.service_assurances (organization_id, service_id, told_on, note, audience)
      values (${organization_id}, ${id}, current_date, ${owner.json({ en: papers })}, 'owner')`;
    await owner`insert into public.service_notes (organization_id, service_id, body) values (${organization_id}, ${id}, ${notes})`;
    made.set(nameOf(card, place), { id: String(id), hsds: String(service?.hsds_id), at: String(link?.hsds_id) });
  }
  await owner.end();
});

const read = async (actor: Actor, path: string) => (await (await as(actor)).get(path)).text();

describe.each(pairs)("a card for $card above a place for $place", ({ card, place }) => {
  test.each(people)("gives the %s no more than is theirs, on its pages and on paper", async (actor) => {
    const { id } = of(card, place);
    const seesCard = seeing[card].includes(actor);
    const ours = seeing.owner.includes(actor);
    for (const path of [`/resources/${id}`, `/resources/${id}.data`]) {
      const text = await read(actor, path);
      expect(text.includes(nameOf(card, place)), `the card at ${path}`).toBe(seesCard);
      expect(text.includes(streetOf(card, place)), `the place at ${path}`).toBe(
        seesCard && seeing[place].includes(actor),
      );
      expect([text.includes(papers), text.includes(notes)], path).toEqual([ours, ours]);
      // What travels with a forwarded link never holds more than the card.
      expect(/<head>[\s\S]*?<\/head>/.exec(text)?.[0] ?? "").not.toMatch(/Zqstreet|Zqcity|Zqpapers|Zqnotes/);
    }
    // Paper and files travel further than links: a place is on them where everyone may know it.
    for (const path of [`/resources/${id}/handout`, `/resources/${id}/message`, `/resources.csv?id=${id}`]) {
      const text = await read(actor, path);
      expect(text.includes(nameOf(card, place)), path).toBe(seesCard);
      if (place !== "everyone") expect(text, path).not.toMatch(/Zqstreet|Zqcity|Zqpapers|Zqnotes/);
      expect(text, path).not.toMatch(/Zqpapers|Zqnotes/);
    }
  });
});

describe.each(people)("Whoever looks, as the %s,", (actor) => {
  test("is found, counted and suggested what is theirs, and never by a place or what is below the card", async () => {
    const theirs = pairs.filter(({ card }) => seeing[card].includes(actor));
    const pages = [await read(actor, "/resources?q=Zinnialist"), await read(actor, "/resources?area=Zinniatown")];
    for (const { card, place } of pairs) {
      for (const page of pages) expect(page.includes(nameOf(card, place))).toBe(seeing[card].includes(actor));
      const suggested = await read(actor, `/resources/suggestions?q=${encodeURIComponent(nameOf(card, place))}`);
      expect(suggested.includes(of(card, place).id), `${card} ${place}`).toBe(seeing[card].includes(actor));
    }
    for (const page of pages) {
      expect(page).not.toMatch(/Zqstreet|Zqpapers|Zqnotes/);
      // How far it is, of places that they may know.
      const known = theirs.filter(({ place }) => seeing[place].includes(actor)).length;
      expect(page.split("Zqcity").length > 1).toBe(known > 0);
    }
    for (const typed of ["Zqstreet", "Zqcity", papers, notes]) {
      for (const asked of [`q=${typed}`, `area=${typed}`]) {
        expect(await read(actor, `/resources?${asked}`), asked).not.toContain("Zinnialist");
      }
      expect(await read(actor, `/resources/suggestions?q=${typed}`)).not.toContain("Zinnialist");
    }
  });

  test("reads in HSDS what everyone may, the same bytes as anybody", async () => {
    for (const path of ["services?full=true&search=Zinnialist", "services?full=true&per_page=100", "organizations"]) {
      const text = await read(actor, `/hsds/${path}`);
      expect(text, path).toBe(await read("visitor", `/hsds/${path}`));
      expect(text, path).not.toMatch(/Zqpapers|Zqnotes|Zqstreet (?!everyoneeveryone)|Zinnialist (?!everyone)/);
    }
    for (const { card, place } of pairs) {
      const { hsds, at } = of(card, place);
      const service = await (await as(actor)).get(`/hsds/services/${hsds}`);
      expect(service.status, `${card} ${place}`).toBe(card === "everyone" ? 200 : 404);
      expect((await service.text()).includes("Zqstreet")).toBe(place === "everyone");
      const found = await (await as(actor)).get(`/hsds/service_at_locations/${at}`);
      expect(found.status, `${card} ${place}`).toBe(place === "everyone" ? 200 : 404);
    }
  });

  test("takes an organization's whole list along as one of its people alone", async () => {
    for (const path of ["export", "export?whole"]) {
      const answer = await (await as(actor)).get(`/o/krcla/resources/${path}`);
      const text = await answer.text();
      expect(answer.status === 200, path).toBe(seeing.owner.includes(actor));
      expect(text, path).not.toMatch(/Zqpapers|Zqnotes/);
      if (answer.status !== 200) expect(text).not.toContain("Zinnialist");
      else expect(text.includes("Zinnialist owner owner"), path).toBe(path.endsWith("whole"));
    }
  });
});

test("a visitor's key reads public places alone, whatever it asks the API for", async () => {
  const ask = rest(local());
  const text = async (path: string) => (await ask(`/rest/v1/${path}`)).text();
  for (const path of [
    "services?select=id,name,service_at_locations(audience,locations(address_1))&name->>en=like.Zinnialist*",
    "service_at_locations?select=audience,locations(address_1)&order=locations(address_1).desc",
    "locations?select=address_1,service_at_locations!inner(audience,services(name))&address_1=like.Zqstreet*",
    "service_phones?select=number,services(name)&limit=1000",
    "collection_entries?select=note,services(name,service_at_locations(locations(address_1)))",
  ]) {
    const answer = await text(path);
    expect(answer, path).not.toMatch(/Zinnialist (owner|named|coalition)|Zqstreet (?!everyoneeveryone)/);
  }
  const counted = async (path: string, count: string) =>
    (await ask(`/rest/v1/${path}`, { method: "HEAD", headers: { prefer: `count=${count}` } })).headers.get(
      "content-range",
    );
  expect(await counted("services?select=id&name->>en=like.Zinnialist*", "exact")).toMatch(/\/4$/);
  expect(await counted("locations?select=id&address_1=like.Zqstreet*", "exact")).toMatch(/\/1$/);
  // An estimate would count what is hidden.
  for (const count of ["planned", "estimated"]) {
    expect(await counted("services?select=id&name->>en=like.Zinnialist*", count)).toMatch(/\/4$/);
  }
  for (const hidden of [
    ...["service_notes?select=body", "service_assurances?select=note", "service_changes?select=fields"],
    ...["service_shares?select=recipient_id", "service_suggestions?select=value", "service_imports?select=source"],
    ...["services?select=id,service_notes(body)", "services?select=id,service_assurances(note)"],
    ...["services?select=version", "services?select=id&order=updated_at", "services?select=id&version=gt.1"],
    ...["services?select=id&service_assurances.told_on=gt.2000-01-01&service_assurances=not.is.null"],
    ...["collection_entries?select=position", "collection_entries?select=note&order=position"],
    ...["service_verifications?select=verifier_id", "service_verifications?select=id&verifier_id=not.is.null"],
  ]) {
    expect([400, 401, 403, 404], hidden).toContain((await ask(`/rest/v1/${hidden}`)).status);
  }
});
