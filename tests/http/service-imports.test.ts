import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { fullService } from "../support/exchanged-service";
import { faultsOf } from "../support/hsds-validation";
import { madeArchive, madeWorkbook, workbookParts } from "../support/made-archive";
import type { Visitor } from "../support/member";
import { ownerOf } from "../support/owner";
import { wordsIn } from "../support/words";
import { as, local } from "./cast";
import { sendServices, servicesImport } from "./send-services";

const t = wordsIn("en");
const header = "name,phone,website,address,city";
const rows = (...lines: string[]) => [header, ...lines].join("\n");

let editor: Visitor;
let neighbor: Visitor;
beforeAll(async () => {
  editor = await as("editor");
  neighbor = await as("neighbor");
});
const forget = async () => {
  const owner = ownerOf(local());
  await owner`delete from public.services where name::text like '%Crocus%'`;
  await owner`delete from public.service_imports where source ->> 'name' like 'crocus%'`;
  await owner.end();
};
afterAll(forget);

const previewOf = async (person: Visitor, file: string | Uint8Array, path = servicesImport) => {
  const sent = await sendServices(person, file, { path });
  expect(sent.status).toBe(302);
  return sent.headers.get("location") ?? "";
};
/** Presses, and waits for the worker. */
async function take(person: Visitor, path: string, form: Record<string, string | string[]> = { audience: "owner" }) {
  expect((await person.post(path, form)).headers.get("location")).toBe(path);
  return settled(person, path);
}
const settled = (person: Visitor, path: string) =>
  vi.waitFor(
    async () => {
      const html = await (await person.get(path)).text();
      expect(html).not.toContain("<progress");
      return html;
    },
    { timeout: 30_000, interval: 200 },
  );
const listed = async () => {
  const owner = ownerOf(local());
  const found = await owner<{ name: string; audience: string; state: string }[]>`
    select coalesce(s.name ->> 'en', s.name ->> 'ko') as name, s.audience::text, s.state::text from public.services s
    join public.organizations o on o.id = s.organization_id
    where s.name::text like '%Crocus%' and o.slug = 'krcla' order by 1`;
  await owner.end();
  return found.map(({ name, audience, state }) => [name, audience, state]);
};
const json = async (person: Visitor, path: string) => (await person.get(path)).json();

test("a table becomes a preview, then services of its owner alone; the same file again changes nothing, and all of it goes back", async () => {
  const file = rows(
    "Crocus clinic,(213) 555-0123,https://krcla.example,900 Demo Ave,Los Angeles",
    "Crocus class,,,,",
    ",,,,x",
  );
  const path = await previewOf(editor, file);
  const html = await (await editor.get(path)).text();
  for (const words of ["Crocus clinic", "Crocus class", t("exchange.reason.name_missing")])
    expect(html).toContain(words);
  expect(await listed()).toEqual([]);

  expect(await take(editor, path)).toContain(t("exchange.made", { count: 2 }));
  expect(await listed()).toEqual([
    ["Crocus class", "owner", "active"],
    ["Crocus clinic", "owner", "active"],
  ]);
  const again = await previewOf(editor, file);
  expect(await (await editor.get(again)).text()).toContain(t("exchange.nothingTitle"));

  expect((await editor.post(`${path}/reversal`, {})).headers.get("location")).toBe(path);
  expect(await settled(editor, path)).toContain(t("exchange.removed", { count: 2 }));
  expect(await listed()).toEqual([]);
});

test("what is unticked stays out", async () => {
  const path = await previewOf(editor, rows("Crocus one,,,,", "Crocus two,,,,"));
  await take(editor, path, { audience: "owner", shown: ["1", "2"], taken: ["2"] });
  expect((await listed()).map(([name]) => name)).toEqual(["Crocus two"]);
  await forget();
});

test("a private column is named, and what stands in it is nowhere", async () => {
  const path = await previewOf(editor, "name,case_notes,A-number\nCrocus,Zq81 knows the family,Zq82");
  const html = await (await editor.get(path)).text();
  expect(html).toContain("case_notes");
  expect(html).toContain("A-number");
  await take(editor, path);
  const owner = ownerOf(local());
  const tables = await owner<{ name: string }[]>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_schema in ('public', 'private') and table_type = 'BASE TABLE'`;
  for (const { name } of tables)
    expect([name, await owner.unsafe(`select 1 from ${name} x where x::text like '%Zq8%'`)]).toMatchObject([name, []]);
  await owner.end();
  await forget();
});

test("a link that runs a script, a number nobody can call and a service that is there twice are told by row and field", async () => {
  const path = await previewOf(
    editor,
    rows("Crocus,,,,", "Bad link,,javascript:alert(1),,", "Bad phone,555,,,", "Crocus,,,,"),
  );
  const html = await (await editor.get(path)).text();
  for (const row of [3, 4, 5]) expect(html).toContain(t("exchange.row", { row }));
  expect(html).toContain(t("exchange.reason.same_as_row", { row: 2 }));
  expect(html).not.toContain('href="javascript');
  await take(editor, path);
  expect((await listed()).map(([name]) => name)).toEqual(["Crocus"]);
  await forget();
});

const bomb = madeArchive(
  workbookParts(`<worksheet><sheetData>${" ".repeat(40 * 1024 * 1024)}</sheetData></worksheet>`),
);
test.each([
  ["no file", "", "list_required"],
  ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]), "not_a_spreadsheet"],
  ["an old Excel file", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), "spreadsheet_old_or_locked"],
  ["a workbook that inflates without end", bomb, "spreadsheet_inflates"],
  ["columns without a name", "phone,city\n1,2", "no_name_column"],
  ["half a JSON", '{"contents": [', "json_damaged"],
  ["a file of more than 5 MB", Buffer.alloc(5 * 1024 * 1024 + 1, "a"), "list_too_large"],
] as const)("%s is refused in a sentence, and nothing is kept", async (_what, file, key) => {
  const answer = await sendServices(editor, file);
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain(t(`problem.${key}`).split("“")[0]);
});

test("a hundred thousand rows are refused with how many may come", async () => {
  const answer = await sendServices(editor, madeWorkbook(Array.from({ length: 100_000 }, (_, at) => [`Name ${at}`])));
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain(t("problem.spreadsheet_too_long", { maximum: 20_000 }));
});

test("a table from Korean Excel is read in CP949", async () => {
  const name = Buffer.from([0xc0, 0xcc, 0xb8, 0xa7]);
  const clinic = Buffer.from([0xbb, 0xf3, 0xb4, 0xe3]);
  const path = await previewOf(editor, Buffer.concat([name, Buffer.from("\n"), clinic, Buffer.from("\n")]));
  const html = await (await editor.get(path)).text();
  expect(html).toContain("상담");
  expect(html).toContain(t("exchange.cp949"));
});

test("what one organization exports another takes in, and exports that the same to the byte", async () => {
  const owner = ownerOf(local());
  const [term] = await owner<{ id: string }[]>`select id from public.taxonomy_terms order by position limit 1`;
  await owner`delete from public.services s using public.organizations o where o.id = s.organization_id and o.slug = 'krc-chicago'`;
  await owner.end();
  const { assured_on: _, ...service } = { ...fullService, assured_on: null, terms: term ? [term.id] : [] };
  const { writeService } = await import("~/features/resources/exchange/hsds/write-service.server");
  const { writeNeed } = await import("~/features/resources/exchange/hsds/taxonomy.server");
  const written = writeService({ ...service, name: { ko: "Crocus 상담", en: "Crocus clinic" } }, (id) =>
    writeNeed({ id, parent_id: null, name: { en: id }, open_eligibility_code: null }),
  );
  await take(editor, await previewOf(editor, JSON.stringify([written])));
  const left = await (await editor.get("/o/krcla/resources/export?whole")).text();
  await take(neighbor, await previewOf(neighbor, left, "/o/krc-chicago/resources/import"));
  const arrived = await (await neighbor.get("/o/krc-chicago/resources/export?whole")).text();
  expect(JSON.parse(arrived).total_items).toBe(JSON.parse(left).total_items);
  expect(arrived).toBe(left);
  for (const each of JSON.parse(arrived).contents) {
    expect(faultsOf(each, "service", "hsds")).toEqual([]);
    expect(faultsOf(each, "service", "allowed")).toEqual([]);
  }
  await forget();
});

test("published services stand in HSDS for everybody, without places, notes or what was said about papers", async () => {
  const file = rows("Crocus public,213-555-0123,,900 Demo Ave,Los Angeles");
  await take(editor, await previewOf(editor, file), { audience: "everyone", shown: ["1"], taken: ["1"] });
  const owner = ownerOf(local());
  await owner`
    insert into public.service_notes (organization_id, service_id, body)
    select organization_id, id, 'Zq91 back door' from public.services where name ->> 'en' = 'Crocus public'`;
  await owner`
    insert into public.service_assurances (organization_id, service_id, told_on, note, audience)
    select organization_id, id, '2026-11-01', '{"en": "Zq92 does not ask"}', 'owner' from public.services where name ->> 'en' = 'Crocus public'`;
  await owner.end();
  const page = await json(await as("visitor"), "/hsds/services?search=crocus%20public&full=true");
  expect(page).toMatchObject({
    total_items: 1,
    total_pages: 1,
    page_number: 1,
    size: 1,
    first_page: true,
    last_page: true,
    empty: false,
  });
  const [service] = page.contents;
  expect(service).toMatchObject({
    name: "Crocus public",
    service_at_locations: [],
    phones: [{ number: "+12135550123" }],
  });
  expect(faultsOf(service, "service", "allowed")).toEqual([]);
  // Whoever asks is told the same.
  for (const actor of ["visitor", "viewer", "editor", "admin", "neighbor", "ally"] as const) {
    const seen = await (await as(actor)).get(`/hsds/services/${service.id}`);
    const text = await seen.text();
    expect([actor, text.includes("900 Demo"), /Zq9/.test(text)]).toEqual([actor, false, false]);
    expect(JSON.parse(text)).toEqual(service);
  }
  for (const path of ["/o/krcla/resources/export", "/o/krcla/resources/export?whole"])
    expect(await (await editor.get(path)).text()).not.toMatch(/Zq9/);
  await forget();
});

test("every page of HSDS is as the specification has it", async () => {
  const visitor = await as("visitor");
  for (const [list, record] of [
    ["services", "service"],
    ["organizations", "organization"],
    ["service_at_locations", "service_at_location"],
    ["taxonomies", "taxonomy"],
    ["taxonomy_terms", "taxonomy_term"],
  ] as const) {
    const page = await json(visitor, `/hsds/${list}?per_page=3&full=true`);
    expect(Object.keys(page)).toEqual([
      ...["total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty", "contents"],
    ]);
    for (const each of page.contents) {
      expect([list, faultsOf(each, record, "hsds"), faultsOf(each, record, "allowed")]).toEqual([list, [], []]);
      expect(await json(visitor, `/hsds/${list}/${each.id}`)).toMatchObject({ id: each.id });
    }
    const absent = await visitor.get(`/hsds/${list}/0f9d0f0e-3f44-4b6e-9f39-2c6f4f4affff`);
    const nonsense = await visitor.get(`/hsds/${list}/nonsense`);
    expect([absent.status, nonsense.status, await absent.text()]).toEqual([404, 404, await nonsense.text()]);
    const beyond = await json(visitor, `/hsds/${list}?page=100000`);
    expect(beyond).toMatchObject({ size: 0, empty: true, last_page: true, contents: [] });
  }
});

test("two clerks who take in the same file at the same moment make each service once", async () => {
  const file = rows("Crocus race,,,,");
  const clerks = [editor, await as("admin")];
  const paths = await Promise.all(clerks.map((clerk) => previewOf(clerk, file)));
  await Promise.all(clerks.map((clerk, at) => take(clerk, paths[at] ?? "")));
  expect(await listed()).toEqual([["Crocus race", "owner", "active"]]);
  await forget();
});
