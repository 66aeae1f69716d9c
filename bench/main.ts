import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import path from "node:path";
import { chromium } from "@playwright/test";
import { findBrowser } from "../tests/support/browser";
import { root, startProduct } from "../tests/support/product";
import { measureDigests } from "./digests";
import { measureDirectoryImport } from "./directory-import";
import { measureDirectorySearch } from "./directory-search";
import { measureFeed } from "./feeds";
import { measureFullMonth } from "./full-month";
import { measurePageOverFloor, tableOf } from "./page-over-floor";
import { measurePlanBoard } from "./plan-board";
import { measureDailySeries, measureGrowth, measureOccurrences, measurePolicies } from "./policies-over-hand";
import { measureSignIn } from "./sign-in";
import { measureSignups } from "./signups";
import { alignedTable } from "./table";

const seconds = Number(process.env.BENCH_SECONDS ?? 5);
const policies = await measurePolicies(61);
const growth = await measureGrowth(31);
const occurrences = await measureOccurrences(61);
const dailySeries = await measureDailySeries(5);
const digests = await measureDigests();
const directorySearch = await measureDirectorySearch(21);
const product = await startProduct();
try {
  const pageOverFloor = await measurePageOverFloor(product.local, seconds);
  const signIn = await measureSignIn(product.local, seconds);
  const feed = await measureFeed(product.local, 15);
  const signups = await measureSignups(product.local);
  const planBoard = await measurePlanBoard(product.local, 21);
  const directoryImport = await measureDirectoryImport(product.local);
  const browser = await chromium.launch(await findBrowser());
  const fullMonth = await measureFullMonth(product.local, browser, 9).finally(() => browser.close());
  const figures = {
    at: new Date().toISOString(),
    machine: machine(),
    secondsEach: seconds,
    policies,
    growth,
    occurrences,
    dailySeries,
    digests,
    directorySearch,
    pageOverFloor,
    fullMonth,
    feed,
    signups,
    directoryImport,
    planBoard,
    signIn,
  };
  const folder = path.join(root, "bench/results");
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${figures.at.replaceAll(":", "-")}.json`);
  writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`);
  process.stdout.write(
    "200,000 gatherings of 60 organizations through the policies, over the same condition by hand\n\n",
  );
  process.stdout.write(
    `${alignedTable(
      ["question", "rows", "policies ms", "by hand ms", "ratio"],
      policies.map(({ question, rows, policies, byHand, ratio }) => [question, rows, policies, byHand, ratio]),
    )}\n\n`,
  );
  process.stdout.write("20,000 occurrences of one month through the policies, over the same condition by hand\n\n");
  process.stdout.write(
    `${alignedTable(
      ["question", "rows", "policies ms", "by hand ms", "ratio"],
      occurrences.map(({ question, rows, policies, byHand, ratio }) => [question, rows, policies, byHand, ratio]),
    )}\n\n`,
  );
  process.stdout.write("A daily rule of two years saved, with every layer\n\n");
  process.stdout.write(`${alignedTable(["occurrences", "round trips", "ms"], [Object.values(dailySeries)])}\n\n`);
  process.stdout.write(`A month's call at ten thousand, a hundred thousand and a million: × ${growth.ratio}\n\n`);
  process.stdout.write(
    `${alignedTable(
      ["rows", "ms"],
      growth.sizes.map(({ rows, milliseconds }) => [rows, milliseconds]),
    )}\n\n`,
  );
  process.stdout.write(
    `${alignedTable(
      ["digests", "to", "seconds", "a second"],
      digests.map(({ to, digests, seconds, perSecond }) => [digests, to, seconds, perSecond]),
    )}\n\n`,
  );
  process.stdout.write(
    `Two syllables among ${directorySearch.services} services, the whole page: p50 ${directorySearch.p50} ms, p95 ${directorySearch.p95} ms; recall ${directorySearch.recall}\n\n`,
  );
  process.stdout.write(
    `${alignedTable(["word", "found", "in texts", "p50 ms", "p95 ms"], directorySearch.words.map(Object.values))}\n\n`,
  );
  process.stdout.write(
    `${alignedTable(["word", "rows", "policies ms", "by hand ms", "ratio"], directorySearch.ratios.map(Object.values))}\n\n`,
  );
  process.stdout.write(`The public calendar page over a bare handler with the same transaction\n\n`);
  process.stdout.write(`${tableOf(pageOverFloor)}\n\n`);
  process.stdout.write(
    `A full month's page over a month of a hundred: × ${fullMonth.answeredRatio} answered, × ${fullMonth.drawnRatio} drawn\n\n`,
  );
  process.stdout.write(
    `${alignedTable(
      ["gatherings", "HTML gzipped", "nodes sent", "nodes drawn", "answered ms", "drawn ms"],
      fullMonth.months.map(Object.values),
    )}\n\n`,
  );
  process.stdout.write(
    `A feed of a thousand gatherings over what ical.js takes to parse it: × ${feed.ratio}, × ${feed.ratioAfterChange} right after a change\n\n`,
  );
  process.stdout.write(
    `${alignedTable(["gatherings", "bytes", "answered ms", "after a change ms", "parsed ms", "ratio", "ratio after a change", "unchanged ms"], [Object.values(feed)])}\n\n`,
  );
  process.stdout.write("Two hundred people who sign up at once, each pressing twice, for forty seats\n\n");
  process.stdout.write(`${alignedTable(Object.keys(signups), [Object.values(signups)])}\n\n`);
  process.stdout.write("A table of five thousand services taken in through the pages, once more, and undone\n\n");
  process.stdout.write(`${alignedTable(Object.keys(directoryImport), [Object.values(directoryImport)])}\n\n`);
  process.stdout.write("The board of a plan with fifty campaigns, two thousand items and sixty organizations\n\n");
  process.stdout.write(`${alignedTable(Object.keys(planBoard), [Object.values(planBoard)])}\n\n`);
  process.stdout.write("Thirty-two people at the door at once\n\n");
  process.stdout.write(
    `${alignedTable(
      ["what", "a second", "p50 ms", "p95 ms"],
      signIn.map(({ what, perSecond, p50, p95 }) => [what, perSecond, p50, p95]),
    )}\n\n`,
  );
  process.stdout.write(`${path.relative(root, file)}\n`);
} finally {
  await product.stop();
}

function machine() {
  return {
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    cpus: cpus().length,
    memory: totalmem(),
  };
}
