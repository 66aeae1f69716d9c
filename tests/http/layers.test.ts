import { beforeAll, describe, expect, test } from "vitest";
import { rest } from "../support/member";
import { ownerOf } from "../support/owner";
import { type Actor, as, local } from "./cast";

const audiences = ["owner", "named", "coalition", "everyone"] as const;
type Audience = (typeof audiences)[number];
const pairs = audiences.flatMap((card, at) => audiences.slice(0, at + 1).map((detail) => ({ card, detail })));
const street = "Zinniastrasse 17";
const key = "Zinniaschluessel";

/** Who sees a layer of an audience: KRCLA owns it and names KRC Chicago. */
const seeing: Record<Audience, Actor[]> = {
  owner: ["viewer", "editor"],
  named: ["viewer", "editor", "neighbor"],
  coalition: ["viewer", "editor", "neighbor", "ally"],
  everyone: ["viewer", "editor", "neighbor", "ally", "visitor"],
};

const ids = new Map<string, string>();
const on = "2031-05-14";
beforeAll(async () => {
  const owner = ownerOf(local());
  for (const { card, detail } of pairs) {
    const [made] = await owner`
      insert into public.gatherings (organization_id, coalition_id, title, kind, starts_local, ends_local, time_zone, state, audience)
      select o.id, c.id, ${owner.json({ en: `Zinnia ${card} ${detail}` })}, 'meeting', ${`${on}T10:00`}::timestamp,
        ${`${on}T12:00`}::timestamp, 'America/Los_Angeles', 'scheduled', ${card}
      from public.organizations o, public.coalitions c where o.slug = 'krcla' and c.slug = 'emergency-plan'
      returning id, organization_id`;
    const name = (layer: string) => owner`
      insert into public.shares (organization_id, gathering_id, layer, recipient_id)
      select ${made?.organization_id}, ${made?.id}, ${layer}, id from public.organizations where slug = 'krc-chicago'`;
    if (card === "named") await name("card");
    await owner`
      insert into public.gathering_details (organization_id, gathering_id, address, audience, coalition_id)
      select ${made?.organization_id}, ${made?.id}, ${street}, ${detail}::public.audience,
        case when ${detail} = 'coalition' then c.id end
      from public.coalitions c where c.slug = 'emergency-plan'`;
    if (detail === "named") await name("detail");
    await owner`
      insert into public.gathering_notes (organization_id, gathering_id, body)
      values (${made?.organization_id}, ${made?.id}, ${key})`;
    ids.set(`${card} ${detail}`, String(made?.id));
  }
  await owner.end();
});

describe.each(pairs)("a card for $card above a detail for $detail", ({ card, detail }) => {
  test.each(["visitor", "viewer", "editor", "neighbor", "ally"] as const)(
    "gives the %s no more than is theirs",
    async (actor) => {
      const person = await as(actor);
      const id = ids.get(`${card} ${detail}`);
      const seesDetail = seeing[card].includes(actor) && seeing[detail].includes(actor);
      const ours = seeing.owner.includes(actor);
      for (const path of [`/gatherings/${id}`, `/gatherings/${id}.data`]) {
        const text = await (await person.get(path)).text();
        expect(text.includes(street), `the address at ${path}`).toBe(seesDetail);
        expect(text.includes(key), `the notes at ${path}`).toBe(ours);
        // What travels with a forwarded link never holds more than the card.
        expect(/<head>[\s\S]*<\/head>/.exec(text)?.[0] ?? "").not.toContain("Zinnias");
      }
      for (const path of [`/c/emergency-plan/calendar?on=${on}`, ...(ours ? [`/o/krcla/calendar?on=${on}`] : [])]) {
        const text = await (await person.get(path)).text();
        expect(text, path).not.toContain("Zinnias");
        expect(text.includes(`Zinnia ${card} ${detail}`), path).toBe(
          seeing[card].includes(actor) && (card === "coalition" || card === "everyone" || path.startsWith("/o/")),
        );
      }
    },
  );
});

test("a visitor's key reads public addresses alone, whatever it asks the API for", async () => {
  const ask = rest(local());
  const rows = (await (await ask("/rest/v1/gathering_details?select=gathering_id,address,audience")).json()) as {
    audience: string;
  }[];
  expect(new Set(rows.map(({ audience }) => audience))).toEqual(new Set(["everyone"]));
  const embedded = await (await ask("/rest/v1/gatherings?select=id,gathering_details(address,audience)")).text();
  expect(embedded).not.toMatch(/"audience":\s*"(owner|named|coalition)"/);
  for (const table of ["gathering_notes", "gathering_changes", "gathering_templates"]) {
    expect([401, 403, 404]).toContain((await ask(`/rest/v1/${table}?select=*`)).status);
  }
});
