import { expect, test } from "vitest";
import { findOversizedFiles } from "./budgets";
import { icuArguments } from "./icu-arguments";
import { findDeadLinks } from "./links";
import { findMessageFaults } from "./messages";
import { findNamelessNames } from "./names";
import { findUnwantedPhrases } from "./phrases";
import { findLoosePins } from "./pins";
import { findUnshownRequirements } from "./requirements";

const file = (path: string, text = "") => ({ path, text });
const lines = (count: number) => "x\n".repeat(count);

test("a file named after nothing is named", () => {
  expect(
    findNamelessNames([
      file("app/ui/button.tsx", "export function Button() {}"),
      file("app/routes/o.$organization.tsx"),
    ]),
  ).toEqual([]);
  expect(findNamelessNames([file("app/platform/date-utils.ts")])).toHaveLength(1);
  expect(findNamelessNames([file("app/features/misc/shift.ts")])).toHaveLength(1);
  expect(findNamelessNames([file("app/ui/OrganizationMark.tsx")])).toHaveLength(1);
  expect(findNamelessNames([file("app/ui/mark.tsx", "export const markInfo = 1;")])).toHaveLength(1);
});

test("a file beyond its budget is asked what second thing it holds", () => {
  expect(findOversizedFiles([file("app/routes/front.tsx", lines(150)), file("app/ui/form.tsx", lines(250))])).toEqual(
    [],
  );
  expect(findOversizedFiles([file("app/routes/front.tsx", lines(151))])).toHaveLength(1);
  expect(findOversizedFiles([file("app/ui/form.tsx", lines(251))])).toHaveLength(1);
  expect(findOversizedFiles([file("supabase/policies/gatherings.sql", lines(301))])).toHaveLength(1);
  expect(
    findOversizedFiles([file("supabase/migrations/1_seal.sql", `-- Sealed from policies\n${lines(900)}`)]),
  ).toEqual([]);
});

test("words and calls the product does without are found where they stand", () => {
  const phrase = (path: string, text: string) => findUnwantedPhrases([file(path, text)]);
  expect(phrase("app/i18n/messages/ko.ts", '"서류미비"')).toEqual([]);
  expect(phrase("supabase/seed/cast.ts", '"\uBD88\uBC95 \uCCB4\uB958"')).toHaveLength(1);
  expect(phrase("app/ui/time.tsx", "date.toLocaleString()")).toHaveLength(1);
  expect(phrase("tests/e2e/front.spec.ts", `test.${"skip"}("later", () => {});`)).toHaveLength(1);
  expect(phrase("app/routes/front.tsx", `import { json } from "@remix-run/node";`)).toHaveLength(1);
  expect(phrase("worker/main.ts", "console.log(1)")).toHaveLength(1);
});

test("a document that leads to something which is not there is found", () => {
  const files = ["README.md", "docs/house.md", "docs/pictures/month.png"];
  const dead = (text: string) => findDeadLinks([file("docs/house.md", text)], files);
  expect(dead("[a](../README.md#map), ![b](pictures/month.png), [c](pictures), [d](https://example.org)")).toEqual([]);
  expect(dead("![b](pictures/week.png)")).toHaveLength(1);
  expect(dead("## Two commands, no more\n\n[a](#two-commands-no-more), [b](house.md#two-commands-no-more)")).toEqual(
    [],
  );
  expect(dead("## Two commands\n\n[a](#three-commands)")).toHaveLength(1);
});

test("a requirement that is absent, doubled or unanswered, and a test named for it that is not there, is found", () => {
  const counts = (shown: number, unmet: number) =>
    `| **Shown** | a | ${shown} |\n| **Written** | b | 0 |\n| **Not ours** | c | 0 |\n| **Not met** | d | ${unmet} |`;
  const findings = (rows: string, counted = counts(1, 1)) =>
    findUnshownRequirements(
      [
        file("docs/asvs/README.md", counted),
        file("docs/asvs/house.md", rows),
        file("app/door.test.ts", 'test("nobody comes in", () => {}); // nobody goes out'),
      ],
      ["1.1.1", "1.2.1"],
    );
  const shown = (sentence: string, at = "../../app/door.test.ts") =>
    `| 1.1.1 | doors | **Shown** [door](${at}) “${sentence}” |`;
  const unmet = "| 1.2.1 | windows | **Not met**: there are none |";
  expect(findings(`${shown("nobody comes in")}\n${unmet}`)).toEqual([]);
  expect(findings(`${shown("nobody comes out")}\n${unmet}`)).toHaveLength(1);
  expect(findings(`${shown("nobody goes out")}\n${unmet}`)).toHaveLength(1);
  expect(findings(`${shown("nobody comes in", "../../app/gate.test.ts")}\n${unmet}`)).toHaveLength(1);
  expect(findings(`| 1.1.1 | doors | **Shown** by looking |\n${unmet}`)).toHaveLength(1);
  expect(findings(`| 1.1.1 | doors | quite |\n${unmet}`, counts(0, 1))).toHaveLength(1);
  expect(findings(shown("nobody comes in"), counts(1, 0))).toEqual(["docs/asvs: 1.2.1 is absent"]);
  expect(findings(`${shown("nobody comes in")}\n${unmet}\n${unmet}`, counts(1, 2))).toHaveLength(1);
  expect(findings(`${shown("nobody comes in")}\n${unmet}`, counts(2, 1))).toHaveLength(1);
});

test("a dependency that is not one exact version, or not the locked one, is found", () => {
  const lock = { packages: { "": { dependencies: { zod: "4.6.7" } }, "node_modules/zod": { version: "4.6.7" } } };
  expect(findLoosePins({ dependencies: { zod: "4.6.7" } }, lock)).toEqual([]);
  expect(findLoosePins({ dependencies: { zod: "^4.6.7" } }, lock)).toHaveLength(1);
  expect(findLoosePins({ dependencies: { zod: "4.6.8" } }, lock)).toHaveLength(1);
  expect(findLoosePins({ dependencies: {} }, lock)).toHaveLength(1);
  expect(findLoosePins({ dependencies: { zod: "4.6.7" }, overrides: { rollup: ">=4" } }, lock)).toHaveLength(1);
});

test("languages that differ in keys or arguments are told apart", () => {
  const shown = [file("app/routes/front.tsx", `useTranslations("front"); t("title"); t("count", { n })`)];
  const en = { front: { title: "This week", count: "{n, plural, one {# gathering} other {# gatherings}}" } };
  const ko = { front: { title: "이번 주", count: "모임 {n, plural, other {#개}}" } };
  expect(findMessageFaults({ en, ko }, shown)).toEqual([]);
  expect(findMessageFaults({ en, ko: { front: { title: "이번 주" } } }, shown)).toEqual(["front.count: absent in ko"]);
  expect(findMessageFaults({ en, ko: { front: { ...ko.front, count: "{m}개" } } }, shown)).toHaveLength(1);
  expect(findMessageFaults({ en, ko: { front: { ...ko.front, title: "" } } }, shown)).toEqual(["front.title: empty"]);
});

test("a sentence nobody shows is found, one that is chosen while running is not", () => {
  const messages = { kind: { clinic: "Clinic", vigil: "Vigil" } };
  const faults = (text: string) => findMessageFaults({ en: messages, ko: messages }, [file("app/ui/kind.tsx", text)]);
  expect(faults(`t("kind.clinic")`)).toEqual(["kind.vigil: no page shows it"]);
  expect(faults(`const t = useTranslations("kind"); t(kind); const kinds = ["clinic", "vigil"]`)).toEqual([]);
  expect(faults(`t(\`kind.\${kind}\`)`)).toEqual([]);
});

test("arguments of a sentence are read through plurals, tags and quotes", () => {
  const sentence = "{who} and <link>{count, plural, one {# friend of {whom}} other {# friends}}</link> '{not}'";
  expect(icuArguments(sentence)).toEqual(new Set(["who", "<link>", "count", "whom"]));
});
