import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signInAs, type Visitor, visitor } from "../support/member";
import { ownerOf } from "../support/owner";
import { as, local } from "./cast";

const organizations = [
  "nakasec",
  "krcla",
  "krc-chicago",
  "advancing-justice-la",
  "invented-filipino-circle",
  "invented-latino-neighbors",
];

let gatherings: { id: string; owner: string }[];
const people = new Map<string, Visitor>();
const sql = () => ownerOf(local());

beforeAll(async () => {
  const owner = sql();
  gatherings = await owner<{ id: string; owner: string }[]>`
    select g.id, o.slug as owner from public.gatherings g join public.organizations o on o.id = g.organization_id
    join private.demonstration_gatherings d on d.organization_id = g.organization_id and d.gathering_id = g.id`;
  await owner.end();
  for (const slug of organizations) {
    for (const role of ["viewer", "editor"])
      people.set(`${role}@${slug}`, await signInAs(local(), `${role}@${slug}.example`));
  }
});
afterAll(() => people.clear());

describe("a preview is what the real viewer gets, byte for byte", () => {
  test.each(organizations)("of every gathering of the demonstration, as %s", async (viewer) => {
    const others = gatherings.filter(({ owner }) => owner !== viewer);
    expect(others.length).toBeGreaterThan(20);
    for (const { id, owner } of others) {
      const preview = await mainOf(people.get(`editor@${owner}`), `/o/${owner}/gatherings/${id}/preview?as=${viewer}`);
      expect(preview, `${id} of ${owner}`).toBe(await mainOf(people.get(`viewer@${viewer}`), `/gatherings/${id}`));
    }
  });

  test("of every gathering of the demonstration, as the public", async () => {
    const nobody = visitor(local());
    for (const { id, owner } of gatherings) {
      const preview = await mainOf(people.get(`editor@${owner}`), `/o/${owner}/gatherings/${id}/preview?as=public`);
      expect(preview, `${id} of ${owner}`).toBe(await mainOf(nobody, `/gatherings/${id}`));
    }
  });
});

test("nobody looks through the eyes of an organization they share no coalition with, nor at another's gathering", async () => {
  const editor = await as("editor");
  const [ours] = gatherings.filter(({ owner }) => owner === "krcla");
  const [theirs] = gatherings.filter(({ owner }) => owner === "krc-chicago");
  for (const path of [
    `/o/krcla/gatherings/${ours?.id}/preview?as=nowhere`,
    `/o/krcla/gatherings/${ours?.id}/preview?as=krcla`,
    `/o/krcla/gatherings/${ours?.id}/preview?as=coalition:nowhere`,
    `/o/krcla/gatherings/${theirs?.id}/preview?as=nakasec`,
  ]) {
    expect((await editor.get(path)).status, path).toBe(404);
  }
  expect((await (await as("viewer")).get(`/o/krcla/gatherings/${ours?.id}/preview`)).status).toBe(404);
});

/** The main content, without what names the request. */
async function mainOf(person: Visitor | undefined, path: string): Promise<string> {
  const response = await person?.get(path);
  const body = (await response?.text()) ?? "";
  return /<main[\s\S]*<\/main>/.exec(body)?.[0] ?? `no main at ${path}: ${response?.status}`;
}
