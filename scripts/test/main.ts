import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { listTree } from "../checks/tree";
import { checks } from "./checks";
import { type Outcome, runCommand, stopAllCommands } from "./command";
import {
  addTallies,
  closing,
  filesOfPlaywright,
  type PlaywrightReport,
  type Tally,
  tallyNeverRun,
  tallyPlaywright,
  tallyVitest,
  type VitestReport,
} from "./tally";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
process.chdir(root);

/** Everything temporary lies here: a folder that Postgres's unprivileged user can enter, removed at the end. */
const folder = mkdtempSync(path.join(process.getuid?.() === 0 ? "/var/tmp" : tmpdir(), "hamkke-test-"));
chmodSync(folder, 0o1777);
const env: NodeJS.ProcessEnv = {
  ...process.env,
  CI: "true",
  NO_COLOR: "1",
  DO_NOT_TRACK: "1",
  TMPDIR: folder,
  PATH: `${path.join(root, "node_modules/.bin")}${path.delimiter}${process.env.PATH}`,
};

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    stopAllCommands();
    process.exitCode = 1;
  });
}
process.on("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));

const began = performance.now();
const tallies = [await runChecks(), await runTests()];
const total = addTallies(tallies);
const { line, exitCode } = closing(total);
if (total.notes.length > 0) say(`\nNot passed:\n${total.notes.map((note) => `  ${note}`).join("\n")}`);
say(`\n${((performance.now() - began) / 1000).toFixed(0)} s`);
say(line);
process.exitCode ||= exitCode;

async function runChecks(): Promise<Tally> {
  const waiting = Object.entries(checks);
  const results: Tally[] = [];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, command] = next;
      const outcome = await runCommand(command, { minutes: 5, env });
      results.push(report(name, outcome));
    }
  };
  await Promise.all([work(), work()]);
  return addTallies(results);
}

function report(name: string, { code, output, seconds }: Outcome): Tally {
  say(`${code === 0 ? "✓" : "✗"} ${name} (${seconds.toFixed(1)} s)`);
  if (code === 0) return { passed: 1, failed: 0, notes: [] };
  say(output.trimEnd());
  return { passed: 0, failed: 1, notes: [`failed: ${name}`] };
}

async function runTests(): Promise<Tally> {
  const reportOf = { vitest: path.join(folder, "vitest.json"), playwright: path.join(folder, "playwright.json") };
  say("");
  const vitest = await runCommand(
    ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${reportOf.vitest}`],
    { show: true, minutes: 40, env },
  );
  say("");
  const playwright = await runCommand(["playwright", "test", "--reporter=list,json"], {
    show: true,
    minutes: 40,
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: reportOf.playwright },
  });
  const units = read<VitestReport>(reportOf.vitest);
  const journeys = read<PlaywrightReport>(reportOf.playwright);
  const files = listTree(root);
  return addTallies([
    tallyVitest(units, vitest.code),
    tallyPlaywright(journeys, playwright.code),
    tallyNeverRun(
      files.filter((file) => /\.test\.tsx?$/.test(file)),
      units?.testResults?.map(({ name }) => path.relative(root, name)) ?? [],
    ),
    tallyNeverRun(
      files.filter((file) => /\.spec\.tsx?$/.test(file)),
      filesOfPlaywright(journeys).map((file) => path.posix.join("tests/e2e", file)),
    ),
  ]);
}

function read<Report>(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Report;
  } catch {
    return undefined;
  }
}

function say(text: string) {
  process.stdout.write(`${text}\n`);
}
