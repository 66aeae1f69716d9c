/** How many passed and failed, and a line about each failure that no runner has printed. */
export type Tally = { passed: number; failed: number; notes: string[] };

/** What Vitest's JSON reporter writes, as far as it is read here. */
export type VitestReport = {
  testResults?: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { status: string; fullName: string }[];
  }[];
};

/** What Playwright's JSON reporter writes, as far as it is read here. */
export type PlaywrightReport = { suites?: PlaywrightSuite[]; errors?: { message?: string }[] };
type PlaywrightSuite = { file: string; specs?: PlaywrightSpec[]; suites?: PlaywrightSuite[] };
type PlaywrightSpec = { title: string; file: string; tests: { results: { status: string }[] }[] };

/** Only a test that passed counts as passed: skipped, unfinished and crashed ones have failed. */
export function tallyVitest(report: VitestReport | undefined, exitCode: number): Tally {
  if (!report) return { passed: 0, failed: 1, notes: ["Vitest left no report."] };
  const tally: Tally = { passed: 0, failed: 0, notes: [] };
  for (const file of report.testResults ?? []) {
    for (const { status, fullName } of file.assertionResults) {
      count(tally, status, `${file.name}: ${fullName}`);
    }
    if (file.assertionResults.length === 0) count(tally, "without a test", file.name);
    else if (file.status !== "passed" && file.assertionResults.every(({ status }) => status === "passed")) {
      count(tally, "failed outside its tests", file.name);
    }
  }
  return afterExit(tally, exitCode, "Vitest");
}

/** A test has passed when its only run passed: flaky ones that needed a second run have failed. */
export function tallyPlaywright(report: PlaywrightReport | undefined, exitCode: number): Tally {
  if (!report) return { passed: 0, failed: 1, notes: ["Playwright left no report."] };
  const tally: Tally = { passed: 0, failed: 0, notes: [] };
  for (const { title, file, tests } of specsOf(report.suites ?? [])) {
    for (const { results } of tests) {
      const status = results.length === 1 ? results[0]?.status : `run ${results.length} times`;
      count(tally, status ?? "never run", `${file}: ${title}`);
    }
  }
  for (const { message } of report.errors ?? []) count(tally, "failed outside its tests", message ?? "Playwright");
  return afterExit(tally, exitCode, "Playwright");
}

/** Test files of the tree that no report names: each has failed. */
export function tallyNeverRun(files: string[], reported: Iterable<string>): Tally {
  const run = new Set(reported);
  const tally: Tally = { passed: 0, failed: 0, notes: [] };
  for (const file of files.filter((each) => !run.has(each))) count(tally, "never run", file);
  return tally;
}

/** The paths of the files a Playwright report names, as given there. */
export const filesOfPlaywright = (report: PlaywrightReport | undefined): string[] =>
  specsOf(report?.suites ?? []).map(({ file }) => file);

export const addTallies = (tallies: Tally[]): Tally => ({
  passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
  failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
  notes: tallies.flatMap(({ notes }) => notes),
});

/** The closing line, and 0 only when something passed and nothing failed. */
export function closing({ passed, failed }: Tally): { line: string; exitCode: 0 | 1 } {
  return { line: `${passed} passed, ${failed} failed`, exitCode: passed > 0 && failed === 0 ? 0 : 1 };
}

function count(tally: Tally, status: string, what: string) {
  if (status === "passed") tally.passed += 1;
  else {
    tally.failed += 1;
    tally.notes.push(`${status}: ${what}`);
  }
}

function afterExit(tally: Tally, exitCode: number, runner: string): Tally {
  if (tally.passed + tally.failed === 0) count(tally, "ran no test", runner);
  else if (exitCode !== 0 && tally.failed === 0) count(tally, `left with code ${exitCode}`, runner);
  return tally;
}

const specsOf = (suites: PlaywrightSuite[]): PlaywrightSpec[] =>
  suites.flatMap((suite) => [...(suite.specs ?? []), ...specsOf(suite.suites ?? [])]);
