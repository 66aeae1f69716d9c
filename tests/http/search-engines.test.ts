import { beforeAll, describe, expect, test } from "vitest";
import { ownerOf } from "../support/owner";
import { type Actor, as, local } from "./cast";

const audiences = ["owner", "named", "coalition", "everyone"] as const;
type Audience = (typeof audiences)[number];
type Made = { card: Audience; detail: Audience; state: "scheduled" | "draft" | "cancelled"; indexable: boolean };

const street = "Zinniastrasse 17";
const pairs = audiences.flatMap((card, at) => audiences.slice(0, at + 1).map((detail) => ({ card, detail })));
const made: Made[] = [
  ...pairs.map((pair) => ({ ...pair, state: "scheduled" as const, indexable: true })),
  { card: "everyone", detail: "everyone", state: "scheduled", indexable: false },
  { card: "everyone", detail: "everyone", state: "draft", indexable: true },
  { card: "everyone", detail: "coalition", state: "cancelled", indexable: true },
];
const nameOf = ({ card, detail, state, indexable }: Made) => `${card} ${detail} ${state} ${indexable}`;

const ids = new Map<string, string>();
beforeAll(async () => {
  const owner = ownerOf(local());
  for (const one of made) {
    const { card, detail, state, indexable } = one;
    const [gathering] = await owner`
      insert into public.gatherings
        (organization_id, coalition_id, title, kind, area, starts_local, ends_local, time_zone, state, audience, indexable)
      select o.id, c.id, ${owner.json({ en: `Dahlia </script> ${nameOf(one)}` })}, 'meeting', 'Koreatown',
        '2031-06-14T10:00'::timestamp, '2031-06-14T12:00'::timestamp, 'America/Los_Angeles',
        ${state === "draft" ? "draft" : "scheduled"}, ${card}, ${indexable}
      from public.organizations o, public.coalitions c where o.slug = 'krcla' and c.slug = 'emergency-plan'
      returning id, organization_id`;
    const { id, organization_id } = gathering as { id: string; organization_id: string };
    const name = (layer: string) => owner`
      insert into public.shares (organization_id, gathering_id, layer, recipient_id)
      select ${organization_id}, ${id}, ${layer}, o.id from public.organizations o where o.slug = 'krc-chicago'`;
    if (card === "named") await name("card");
    await owner`
      insert into public.gathering_details (organization_id, gathering_id, address, audience, coalition_id)
      select ${organization_id}, ${id}, ${street}, ${detail}::public.audience, case when ${detail} = 'coalition' then c.id end
      from public.coalitions c where c.slug = 'emergency-plan'`;
    if (detail === "named") await name("detail");
    if (state === "cancelled") {
      await owner`update public.gatherings set state = 'cancelled', cancellation_reason = 'No hall.' where id = ${id}`;
    }
    ids.set(nameOf(one), id);
  }
  await owner.end();
});

describe.each(made)("a card for $card, a detail for $detail, $state, to be found: $indexable", (one) => {
  const open = one.card === "everyone" && one.state !== "draft";
  const found = open && one.indexable;

  test.each(["visitor", "editor", "neighbor", "ally"] as const satisfies Actor[])(
    "tells machines no more than everyone may know, whoever asks (%s)",
    async (actor) => {
      const page = `/gatherings/${ids.get(nameOf(one))}`;
      const response = await (await as(actor)).get(page);
      const html = await response.text();
      const head = /<head>[\s\S]*<\/head>/.exec(html)?.[0] ?? "";

      expect(response.headers.get("x-robots-tag")).toBe(found ? null : "noindex");
      expect(head.includes('<meta name="robots" content="noindex"/>')).toBe(!found);
      expect(head).not.toContain("Zinnias");
      expect(head.includes("og:title")).toBe(open);
      const told = eventIn(html);
      if (!open) return expect(told).toBeNull();
      expect(told).toMatchObject({
        "@type": "Event",
        name: `Dahlia </script> ${nameOf(one)}`,
        startDate: expect.stringMatching(/^2031-06-14T17:00:00/),
        eventStatus: `https://schema.org/Event${one.state === "cancelled" ? "Cancelled" : "Scheduled"}`,
        location: { name: "Koreatown", address: one.detail === "everyone" ? street : "Koreatown" },
        description: expect.stringContaining("Demonstration."),
      });
      expect(html).toMatch(/<script type="application\/ld\+json" nonce="[^"]+">/);
      return undefined;
    },
  );

  test.each(["visitor", "editor", "neighbor", "ally"] as const satisfies Actor[])(
    "is on no flyer or other page that search engines keep, and no flyer says where unless everyone may know (%s)",
    async (actor) => {
      const id = ids.get(nameOf(one));
      for (const path of [`/gatherings/${id}/flyer`, `/gatherings/${id}.data`]) {
        const response = await (await as(actor)).get(path);
        const text = await response.text();
        expect(response.headers.get("x-robots-tag"), path).toBe("noindex");
        if (path.endsWith("/flyer")) {
          expect(text.includes(street)).toBe(one.detail === "everyone" && response.status === 200);
        }
      }
    },
  );
});

test("the week to print or copy holds no address, whoever it is for", async () => {
  for (const readership of ["everyone", "coalition", "us"]) {
    const text = await (await (await as("editor")).get(`/o/krcla/week?on=2031-06-14&for=${readership}`)).text();
    expect(text).toContain("Dahlia");
    expect(text).not.toContain("Zinnias");
    expect(text.includes("Dahlia &lt;/script&gt; owner owner")).toBe(readership === "us");
    expect(text.includes("everyone everyone draft")).toBe(readership === "us");
  }
});

function eventIn(html: string): unknown {
  const json = /<script type="application\/ld\+json"[^>]*>([\s\S]*?)<\/script>/.exec(html)?.[1];
  return json === undefined ? null : JSON.parse(json);
}
