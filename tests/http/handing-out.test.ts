import { beforeAll, expect, test } from "vitest";
import { type KeptServices, makeServices } from "../support/kept-services";
import { type Actor, actors, as, local } from "./cast";

let kept: KeptServices;
beforeAll(async () => {
  kept = await makeServices(local());
});

const everySort = ["owner", "draft", "named", "coalition", "everyone"] as const;
const sights: Record<Actor, readonly string[]> = {
  visitor: ["everyone"],
  viewer: everySort,
  member: everySort,
  editor: everySort,
  admin: everySort,
  neighbor: ["named", "coalition", "everyone"],
  ally: ["coalition", "everyone"],
};
const nameOf = (sort: string) => `Zinnia help ${sort === "draft" ? "everyone draft" : `${sort} active`}`;
const read = async (actor: Actor, path: string) => {
  const response = await (await as(actor)).get(path);
  return { status: response.status, text: await response.text(), headers: response.headers };
};

test.each(Object.keys(actors) as Actor[])(
  "%s takes along what they may see and nothing else: in tables, handouts, messages and collections",
  async (actor) => {
    const table = await read(actor, `/resources.csv?${everySort.map((sort) => `id=${kept[sort]}`).join("&")}`);
    const collection = await read(actor, `/collections/${kept.collection.everyone}`);
    const collected = await read(actor, `/collections/${kept.collection.everyone}/resources.csv`);
    for (const sort of everySort) {
      const seen = sights[actor].includes(sort);
      for (const { text } of [table, collection, collected]) {
        expect(text.includes(nameOf(sort)), `${sort} by ${actor}`).toBe(seen);
      }
      for (const noun of ["handout", "message"]) {
        const page = await read(actor, `/resources/${kept[sort]}/${noun}`);
        expect([page.status, page.text.includes(nameOf(sort))], `${noun} ${sort} by ${actor}`).toEqual(
          seen ? [200, true] : [404, false],
        );
        expect(page.text).not.toContain("Marigold");
      }
    }
    const paper = await read(actor, `/collections/${kept.collection.everyone}/handout`);
    expect(everySort.filter((sort) => paper.text.includes(nameOf(sort)))).toEqual(["everyone"]);
    for (const { text } of [table, collection, collected, paper]) expect(text).not.toContain("Marigold");
  },
);

test("a table is a file for Excel, and is kept by nobody on the way", async () => {
  const { text, headers } = await read("editor", "/o/krcla/resources.csv");
  expect(headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(headers.get("content-disposition")).toMatch(/^attachment; filename="help-\d{4}-\d\d-\d\d\.csv"$/);
  expect(headers.get("cache-control")).toMatch(/no-store|private/);
  expect(text).toContain(nameOf("owner"));
  expect(text).not.toContain("Marigold");
});

test("what is not there and what is hidden are answered in the same bytes", async () => {
  const absent = "00000000-0000-4000-8000-000000000000";
  const strip = (text: string, id: string) => text.replaceAll(id, "").replace(/nonce="[^"]*"|"nonce":"[^"]*"/g, "");
  for (const noun of ["/handout", "/message"]) {
    const [hidden, missing] = [
      await read("visitor", `/resources/${kept.coalition}${noun}`),
      await read("visitor", `/resources/${absent}${noun}`),
    ];
    expect(strip(hidden.text, kept.coalition).length).toBe(strip(missing.text, absent).length);
  }
  const rows = (ids: string[]) => read("visitor", `/resources.csv?${ids.map((id) => `id=${id}`).join("&")}`);
  expect((await rows([kept.owner])).text).toBe((await rows([absent])).text);
});

test("only a paper that everyone may see has a code, and one that is for fewer says for whom", async () => {
  const code = 'shape-rendering="crispEdges"';
  expect((await read("editor", `/resources/${kept.everyone}/handout`)).text).toContain(code);
  for (const sort of ["owner", "draft", "named", "coalition"] as const) {
    const { text } = await read("editor", `/resources/${kept[sort]}/handout`);
    expect(text).not.toContain(code);
    expect(text).toMatch(/only</);
  }
  expect((await read("editor", `/collections/${kept.collection.everyone}/handout`)).text).toContain(code);
  expect((await read("editor", `/collections/${kept.collection.owner}/handout`)).text).not.toContain(code);
});
