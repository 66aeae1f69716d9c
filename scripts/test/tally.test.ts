import { expect, test } from "vitest";
import {
  addTallies,
  closing,
  filesOfPlaywright,
  type PlaywrightReport,
  tallyNeverRun,
  tallyPlaywright,
  tallyVitest,
  type VitestReport,
} from "./tally";

const vitest = (...statuses: string[]): VitestReport => ({
  testResults: [
    {
      name: "/a.test.ts",
      status: "passed",
      assertionResults: statuses.map((status) => ({ status, fullName: "a person" })),
    },
  ],
});
const playwright = (...results: string[][]): PlaywrightReport => ({
  suites: [
    {
      file: "a.spec.ts",
      suites: [
        {
          file: "a.spec.ts",
          specs: results.map((statuses) => ({
            title: "a person",
            file: "a.spec.ts",
            tests: [{ results: statuses.map((status) => ({ status })) }],
          })),
        },
      ],
    },
  ],
});
const numbers = ({ passed, failed }: { passed: number; failed: number }) => [passed, failed];

test("tests that passed are counted, one by one", () => {
  expect(numbers(tallyVitest(vitest("passed", "passed"), 0))).toEqual([2, 0]);
  expect(numbers(tallyPlaywright(playwright(["passed"], ["passed"]), 0))).toEqual([2, 0]);
});

test("a skipped, pending or unfinished test has failed", () => {
  expect(numbers(tallyVitest(vitest("passed", "skipped", "pending", "todo", "disabled"), 0))).toEqual([1, 4]);
  expect(numbers(tallyPlaywright(playwright(["passed"], ["skipped"], ["timedOut"], ["interrupted"], []), 0))).toEqual([
    1, 4,
  ]);
});

test("a test that passed only when it was run again has failed", () => {
  expect(numbers(tallyPlaywright(playwright(["failed", "passed"]), 0))).toEqual([0, 1]);
});

test("a file that crashed on import has failed", () => {
  const crashed = { name: "/b.test.ts", status: "failed", message: "SyntaxError", assertionResults: [] };
  expect(numbers(tallyVitest({ testResults: [...(vitest("passed").testResults ?? []), crashed] }, 1))).toEqual([1, 1]);
  expect(numbers(tallyPlaywright({ ...playwright(["passed"]), errors: [{ message: "SyntaxError" }] }, 1))).toEqual([
    1, 1,
  ]);
});

test("a file that failed after its tests had passed has failed", () => {
  const [file] = vitest("passed").testResults ?? [];
  expect(numbers(tallyVitest({ testResults: [{ ...file, status: "failed" } as never] }, 1))).toEqual([1, 1]);
});

test("a runner that ran nothing, left no report or left with an error has failed", () => {
  for (const tally of [tallyVitest, tallyPlaywright]) {
    expect(numbers(tally({}, 0))).toEqual([0, 1]);
    expect(numbers(tally(undefined, 0))).toEqual([0, 1]);
  }
  expect(numbers(tallyVitest(vitest("passed"), 1))).toEqual([1, 1]);
  expect(numbers(tallyPlaywright(playwright(["passed"]), 1))).toEqual([1, 1]);
});

test("a test file that no runner took up has failed", () => {
  const files = filesOfPlaywright(playwright(["passed"]));
  expect(numbers(tallyNeverRun(["a.spec.ts"], files))).toEqual([0, 0]);
  expect(tallyNeverRun(["a.spec.ts", "b.spec.ts"], files).notes).toEqual(["never run: b.spec.ts"]);
});

test("the run succeeds only when something passed and nothing failed", () => {
  const total = addTallies([tallyVitest(vitest("passed"), 0), tallyPlaywright(playwright(["failed"]), 1)]);
  expect(closing(total)).toEqual({ line: "1 passed, 1 failed", exitCode: 1 });
  expect(closing(addTallies([]))).toEqual({ line: "0 passed, 0 failed", exitCode: 1 });
  expect(closing(tallyVitest(vitest("passed"), 0))).toEqual({ line: "1 passed, 0 failed", exitCode: 0 });
});
