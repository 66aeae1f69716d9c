import { beforeEach, describe, expect, test } from "vitest";
import { type Actor, as, type Kept, makeGatherings } from "./cast";

let kept: Kept;
beforeEach(async () => {
  kept = await makeGatherings();
});

const base = (slug: string, id: string) => `/o/${slug}/gatherings/${id}`;
const post = async (actor: Actor, path: string, form: Record<string, string> = {}) =>
  (await as(actor)).post(path, form);
const body = async (actor: Actor, path: string) => (await (await as(actor)).get(path)).text();

/** What the page of a form sends, as it was filled in by the server, changed where it is said. */
async function filledIn(actor: Actor, path: string, change: Record<string, string>) {
  const html = await body(actor, path);
  const version = /name="seen_version" value="(\d+)"/.exec(html)?.[1] ?? "";
  return {
    ...{ seen_version: version, acting: "host", state: "scheduled", kind: "meeting", time_zone: "America/Los_Angeles" },
    ...{ "title.en": "Zinnia by its host", starts_on: "2030-01-05", starts: "10:00", ends: "12:00" },
    ...change,
  };
}

describe("an invitation", () => {
  test("is sent by an editor, seen and accepted by the other organization, and shown to whoever sees the gathering", async () => {
    const asked = await post("editor", `${base("krcla", kept.everyone)}/hosts`, {
      host_id: kept.host,
      part: "co_host",
    });
    expect(asked.status).toBe(302);
    expect(await body("neighbor", "/o/krc-chicago")).toContain(`/gatherings/${kept.everyone}/hosting`);
    expect(await body("visitor", `/gatherings/${kept.everyone}`)).not.toContain("Held together with");

    const accepted = await post("neighbor", `${base("krc-chicago", kept.everyone)}/hosting/acceptance`);
    expect(accepted.status).toBe(302);
    const page = await body("visitor", `/gatherings/${kept.everyone}`);
    expect(page).toContain("Held together with");
    expect(page).toContain("KRC Chicago");
  });

  test.each(["viewer", "member"] as const)("is not sent by a %s", async (actor) => {
    const asked = await post(actor, `${base("krcla", kept.owner)}/hosts`, { host_id: kept.host, part: "co_host" });
    expect(asked.status).toBe(403);
    expect((await (await as("neighbor")).get(`/gatherings/${kept.owner}`)).status).toBe(404);
  });

  test("names an organization that is none, or shares no coalition, in one sentence", async () => {
    const answer = await post("editor", `${base("krcla", kept.owner)}/hosts`, {
      ...{ host_id: "00000000-0000-4000-8000-000000000000", part: "co_host" },
    });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain("Only organizations that share a coalition with yours can be invited.");
  });

  test("is for the invited organization to answer, once", async () => {
    const path = `${base("krc-chicago", kept.invited)}/hosting`;
    expect((await post("editor", `${path}/acceptance`)).status).toBe(404);
    expect((await post("neighbor", `${path}/acceptance`)).status).toBe(302);
    expect((await post("neighbor", `${path}/acceptance`)).status).toBe(302);
    expect((await post("neighbor", `${path}/refusal`)).status).toBe(409);
  });

  test("that is declined hides the gathering again", async () => {
    expect((await post("neighbor", `${base("krc-chicago", kept.invited)}/hosting/refusal`)).status).toBe(302);
    expect((await (await as("neighbor")).get(`/gatherings/${kept.invited}`)).status).toBe(404);
    expect((await (await as("neighbor")).get(`${base("krc-chicago", kept.invited)}/hosting`)).status).toBe(404);
  });
});

describe("a co-host", () => {
  test("changes what the gathering says, and neither who sees it nor what is noted", async () => {
    const card = `${base("krc-chicago", kept.hosted)}/card`;
    const page = await body("neighbor", card);
    expect(page).not.toContain('name="audience"');
    expect(page).not.toContain('name="notes"');
    expect(page).not.toContain('name="detail.audience"');
    const form = await filledIn("neighbor", card, { "detail.address": "Zinnia Street 2", audience: "everyone" });
    expect((await post("neighbor", card, form)).status).toBe(302);
    expect(await body("editor", `/gatherings/${kept.hosted}`)).toContain("Zinnia Street 2");
    expect((await (await as("visitor")).get(`/gatherings/${kept.hosted}`)).status).toBe(404);
    expect(await body("editor", `${base("krcla", kept.hosted)}/history`)).toContain("KRC Chicago");
  });

  test("whose form was open when its owner ended it is told that there is no such page", async () => {
    const card = `${base("krc-chicago", kept.hosted)}/card`;
    const form = await filledIn("neighbor", card, {});
    const ended = await post("editor", `${base("krcla", kept.hosted)}/hosts/${kept.host}/ending`, { scope: "this" });
    expect(ended.status).toBe(302);
    expect((await post("neighbor", card, form)).status).toBe(404);
    expect((await (await as("neighbor")).get(`/gatherings/${kept.hosted}`)).status).toBe(404);
    expect((await (await as("neighbor")).get("/o/krc-chicago/calendar")).status).toBe(200);
  });

  test("whose right to edit is taken back keeps the page and loses the form", async () => {
    const rights = `${base("krcla", kept.hosted)}/hosts/${kept.host}/rights`;
    expect((await post("editor", rights, { scope: "this" })).status).toBe(302);
    expect((await (await as("neighbor")).get(`${base("krc-chicago", kept.hosted)}/card`)).status).toBe(404);
    expect((await (await as("neighbor")).get(`/gatherings/${kept.hosted}`)).status).toBe(200);
  });

  test("ends it by itself", async () => {
    const ending = `${base("krc-chicago", kept.hosted)}/hosting/ending`;
    expect((await post("editor", ending, { scope: "this" })).status).toBe(404);
    expect((await post("neighbor", ending, { scope: "this" })).status).toBe(302);
    expect((await (await as("neighbor")).get(`/gatherings/${kept.hosted}`)).status).toBe(404);
  });

  test("cannot pass as the owner, however its form is sent", async () => {
    const card = `${base("krc-chicago", kept.hosted)}/card`;
    const { acting: _host, ...form } = await filledIn("neighbor", card, { audience: "everyone" });
    expect((await post("neighbor", card, form)).status).toBe(404);
    for (const noun of ["cancellation", "restoration", "template"]) {
      const path = `${base("krc-chicago", kept.hosted)}/${noun}`;
      expect((await post("neighbor", path, { ...form, reason: "No", name: "Mine" })).status, noun).toBe(404);
    }
  });
});
