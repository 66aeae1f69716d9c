import { beforeAll, expect, test } from "vitest";
import { type MadeTotals, makeTotals } from "../support/made-totals";
import { rest, tokenOf } from "../support/member";
import { wordsIn } from "../support/words";
import { actors, as, local } from "./cast";

let made: MadeTotals;
let month: string;
beforeAll(async () => {
  made = await makeTotals(local());
  month = `${new Date().toISOString().slice(0, 7)}-01`;
});

const page = () => `/o/krcla/totals/${made.metric}?month=${month.slice(0, 7)}`;
const seenOf = (html: string) => /name="seen" value="(\d+)"/.exec(html)?.[1] ?? "";

test.each([
  ["-5", "number_negative"],
  ["1000000000000", "number_too_large"],
  ["3.7", "number_not_whole"],
  ["some", "number_not_a_number"],
] as const)(
  "%s people are refused in a sentence in both languages, and stay as they were typed",
  async (amount, key) => {
    const editor = await as("editor");
    for (const language of ["en", "ko"] as const) {
      await editor.get(`/?lang=${language}`);
      const answer = await editor.post(page(), { month, seen: "0", amount });
      const html = await answer.text();
      expect(answer.status).toBe(422);
      expect(html).toContain(wordsIn(language)(`problem.${key}`));
      expect(html).toContain(`value="${amount}"`);
    }
  },
);

test("of two clerks who correct one number at once, the second reads what the first entered before it counts", async () => {
  const editor = await as("editor");
  const seen = seenOf(await (await editor.get(page())).text());
  const sent = (amount: number) => editor.post(page(), { month, seen, amount: String(amount) });
  const answers = await Promise.all([sent(100_001), sent(100_002)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([302, 409]);
  const refused = await answers.find(({ status }) => status === 409)?.text();
  expect(Number(seenOf(refused ?? ""))).toBe(Number(seen) + 1);
});

test("whoever asks the API itself is given totals, and the numbers of their own organization alone", async () => {
  for (const actor of ["neighbor", "ally"] as const) {
    const ask = rest(local(), await tokenOf(local(), actors[actor]));
    const read = async (path: string) => (await ask(`/rest/v1/${path}`)).json();
    const snapshots = (await read("pooled_snapshots?select=total,contributors&total=not.is.null")) as object[];
    expect(snapshots.length).toBeGreaterThan(0);
    const numbers = (await read("pooled_numbers?select=amount,organizations:organization_id")) as object[];
    const owners = new Set(numbers.map((row) => Object.values(row).at(-1)));
    expect(owners.size, actor).toBe(actor === "neighbor" ? 1 : 0);
    expect(await read("pooled_handovers?select=amount")).toEqual([]);
  }
});
