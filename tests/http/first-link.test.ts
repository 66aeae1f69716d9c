import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type Visitor, visitor } from "../support/member";
import { ownerOf } from "../support/owner";
import { type Product, startProduct } from "../support/product";
import { wordsIn } from "../support/words";

const t = wordsIn("en");
let product: Product;
let link: string;

beforeAll(async () => {
  product = await startProduct({ HAMKKE_DEMO: "off" });
  link = await vi.waitFor(() => {
    const printed = /\/welcome\/[\w-]+/.exec(product.printed())?.[0];
    if (!printed) throw new Error(`No link was printed: ${product.printed()}`);
    return printed;
  }, 10_000);
}, 120_000);
afterAll(() => product?.stop());

describe("an installation that starts empty", () => {
  test("knows no demonstration: neither its accounts, nor its notice, nor its door", async () => {
    const person = visitor(product.local);
    for (const path of ["/", "/sign-in"]) {
      const page = await (await person.get(path)).text();
      expect(page).not.toContain(t("shell.demonstration"));
      expect(page).not.toMatch(/krcla|hamkke-demo/i);
    }
    expect((await person.get("/sign-in/demonstration")).status).toBe(404);
    expect((await person.post("/sign-in/demonstration", { email: "editor@krcla.example" })).status).toBe(404);
  });

  test("shows the first form to the holder of its link alone", async () => {
    const person = visitor(product.local);
    expect(await (await person.get(link)).text()).toContain(t("welcome.title"));
    expect((await person.get(`${link}x`)).status).toBe(410);
  });

  test("says what is missing, and loses nothing that was typed but the passphrase", async () => {
    const answer = await visitor(product.local).post(link, {
      ...typed(),
      "organization.slug": "Tenants United!",
      "organization.time_zone": "XYZ+5",
      passphrase: "too short",
    });
    const page = await answer.text();
    expect(answer.status).toBe(422);
    for (const key of ["slug_not_valid", "passphrase_too_short"] as const) expect(page).toContain(t(`problem.${key}`));
    expect(page).toContain('value="Tenants United!"');
    expect(page).not.toContain("too short");
  });

  test("refuses a zone that only Postgres would take", async () => {
    const answer = await visitor(product.local).post(link, { ...typed(), "organization.time_zone": "XYZ+5" });
    expect([answer.status, await answer.text()]).toEqual([
      422,
      expect.stringContaining(t("problem.unknown_time_zone")),
    ]);
  });

  test("lets one in when two browsers send the form at the same moment, and both can tell", async () => {
    const people = [visitor(product.local), visitor(product.local)];
    const answers = await Promise.all(
      people.map((person, at) => person.post(link, { ...typed(), email: `lead${at}@tenants.example` })),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([302, 409]);
    const late = answers.find(({ status }) => status === 409);
    expect(await late?.text()).toContain(t("problem.link_not_valid"));
    expect(await counts()).toEqual({ users: 1, organizations: 1, coalitions: 1 });

    const winner = people[answers.findIndex(({ status }) => status === 302)] as Visitor;
    const home = await winner.get("/o/tenants-united");
    expect([home.status, await home.text()]).toEqual([200, expect.stringContaining("Tenants United")]);
    expect((await winner.get("/o/tenants-united/gatherings/new")).status).toBe(200);
  });

  test("never stores the link's secret", async () => {
    const owner = ownerOf(product.local);
    const rows = await owner`select u.raw_user_meta_data::text as user, i.identity_data::text as identity
      from auth.users u left join auth.identities i on i.user_id = u.id`;
    await owner.end();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(link.split("/").at(-1));
    expect(JSON.stringify(rows)).not.toMatch(/first_organization|invitation/);
    expect(product.printed().split(link).length).toBe(2);
  });

  test("says of the used link that it has been used", async () => {
    const answer = await visitor(product.local).get(link);
    expect([answer.status, await answer.text()]).toEqual([410, expect.stringContaining(t("problem.link_not_valid"))]);
  });
});

const typed = () => ({
  "organization.display_name": "Tenants United",
  "organization.korean_name": "세입자연합",
  "organization.short_name": "Tenants",
  "organization.slug": "tenants-united",
  "organization.time_zone": "America/Los_Angeles",
  "coalition.display_name": "Housing Together",
  "coalition.slug": "housing-together",
  "person.display_name": "Tenants admin",
  email: "lead@tenants.example",
  passphrase: "paper lantern quiet river",
});

async function counts() {
  const owner = ownerOf(product.local);
  const [row] = await owner`select (select count(*)::int from auth.users) as users,
    (select count(*)::int from public.organizations) as organizations,
    (select count(*)::int from public.coalitions) as coalitions`;
  await owner.end();
  return row;
}
