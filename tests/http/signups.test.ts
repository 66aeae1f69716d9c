import { randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import { beforeAll, expect, test } from "vitest";
import { visitor } from "../support/member";
import { ownerOf } from "../support/owner";
import { as, type Kept, local, makeGatherings } from "./cast";

let kept: Kept;
beforeAll(async () => {
  kept = await makeGatherings();
  const owner = ownerOf(local());
  await owner`
    insert into public.hostings (organization_id, gathering_id, host_id, part, state, answered_at)
    select g.organization_id, g.id, o.id, 'co_host', 'accepted', now()
    from public.gatherings g, public.organizations o where g.id = ${kept.everyone} and o.slug = 'krc-chicago'`;
  await owner`update public.signup_lists set capacity = 100 where gathering_id = ${kept.everyone}`;
  await owner.end();
});

const form = (change: Record<string, string> = {}) => ({
  ...{ submission_id: randomUUID(), name: "Zinnia", seats: "2", language: "ko", contact: "" },
  ...change,
});
const path = (via?: string) => `/gatherings/${kept.everyone}/signup${via ? `?via=${via}` : ""}`;

/** The code that a page shows, out of the link behind it. */
const codeIn = (html: string) => /\/signups\/([0-9A-Z]{12})/.exec(html)?.[1] ?? "none";

test("a visitor signs up with a page of less than 15 kB and no script", async () => {
  const page = await visitor(local()).get(path());
  const html = await page.text();
  expect(gzipSync(html).byteLength).toBeLessThan(15_000);
  expect(html).not.toMatch(/<script[^>]+src/);
  expect(page.headers.get("cache-control")).toBe("no-store");
});

test("who came through a host's link is seen by that host alone, and the others see a number", async () => {
  const name = `Zinnia ${randomUUID().slice(0, 8)}`;
  const answer = await visitor(local()).post(path("krc-chicago"), form({ name }));
  expect(await answer.text()).toContain("/signups/");
  const list = (slug: string) => `/o/${slug}/gatherings/${kept.everyone}/signups`;
  expect(await (await (await as("neighbor")).get(list("krc-chicago"))).text()).toContain(name);
  for (const actor of ["member", "editor", "admin"] as const) {
    const page = await (await as(actor)).get(list("krcla"));
    expect(page.status).toBe(200);
    expect(await page.text()).not.toContain(name);
  }
});

test("with the code one sees, changes and cancels, and after that nothing of the person is left", async () => {
  const name = `Zinnia ${randomUUID().slice(0, 8)}`;
  const person = visitor(local());
  const code = codeIn(await (await person.post(path(), form({ name }))).text());
  const mine = await person.get(`/signups/${code}`);
  expect(mine.headers.get("cache-control")).toBe("no-store");
  expect(mine.headers.get("referrer-policy")).toBe("strict-origin");
  expect(await mine.text()).toContain(name);
  const { submission_id: _, ...changed } = form({ name: `${name} again`, seats: "3" });
  expect((await person.post(`/signups/${code}/change`, changed)).status).toBe(302);
  expect(await (await person.get(`/signups/${code}`)).text()).toContain(`${name} again`);
  expect((await person.post(`/signups/${code}/cancellation`, {})).status).toBe(302);
  const owner = ownerOf(local());
  const found = await owner`select from public.signups where name like ${`${name}%`}`;
  await owner.end();
  expect(found).toHaveLength(0);
});

test("the same form sent twice is one sign-up with one code", async () => {
  const twice = form({ name: `Zinnia ${randomUUID().slice(0, 8)}` });
  const [one, other] = await Promise.all([visitor(local()).post(path(), twice), visitor(local()).post(path(), twice)]);
  expect(codeIn(await one.text())).toBe(codeIn(await other.text()));
  const owner = ownerOf(local());
  const found = await owner`select from public.signups where name = ${twice.name}`;
  await owner.end();
  expect(found).toHaveLength(1);
});

test.for([
  [{ seats: "10000" }, 422],
  [{ seats: "0" }, 422],
  [{ seats: "many" }, 422],
  [{ name: "" }, 422],
  [{ name: "가".repeat(5000) }, 422],
  [{ contact: "x".repeat(200) }, 422],
  [{ needs: "money" }, 422],
] as const)("what cannot be taken down is answered in words: %j", async ([change, status]) => {
  const typed = form({ name: "Zinnia kept", ...change });
  const answer = await visitor(local()).post(path(), typed);
  expect(answer.status).toBe(status);
  const html = await answer.text();
  expect(html).toMatch(/aria-invalid="true"|role="alert"/);
  if (!("name" in change)) expect(html).toContain("Zinnia kept");
});

test("what somebody calls themselves is text, whatever it looks like", async () => {
  const person = visitor(local());
  const code = codeIn(await (await person.post(path(), form({ name: "<img src=x onerror=alert(1)>" }))).text());
  expect(await (await person.get(`/signups/${code}`)).text()).not.toContain("<img src=x");
});

test("a hidden gathering takes nobody, in the words for one that is not there", async () => {
  const answered = async (id: string) => {
    const answer = await visitor(local()).post(`/gatherings/${id}/signup?via=krc-chicago`, form());
    return { status: answer.status, words: (await answer.text()).replaceAll(/[0-9a-f-]{36}|nonce="[^"]*"/g, "") };
  };
  const owner = ownerOf(local());
  await owner`
    insert into public.signup_lists (organization_id, gathering_id)
    select organization_id, id from public.gatherings where id = ${kept.owner}`;
  await owner.end();
  const [hidden, gone] = [await answered(kept.owner), await answered("00000000-0000-4000-8000-000000000000")];
  expect(hidden.status).toBe(404);
  expect(hidden.status).toBe(gone.status);
  expect(hidden.words.length).toBe(gone.words.length);
});
