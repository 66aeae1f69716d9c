import type { Product } from "../tests/support/product";
import { measureDigests } from "./digests";
import { measureDirectoryImport } from "./directory-import";
import { measureDirectorySearch } from "./directory-search";
import { measureFeed } from "./feeds";
import { measureFullMonth } from "./full-month";
import { measureMemory } from "./memory";
import { measurePageOverFloor } from "./page-over-floor";
import { measurePlanBoard } from "./plan-board";
import { measureDailySeries, measureGrowth, measureOccurrences, measurePolicies } from "./policies-over-hand";
import { measureProcessorTime } from "./processor-time";
import { measureSignIn } from "./sign-in";
import { measureSignups } from "./signups";
import { measureStarts } from "./starts";
import type { Table } from "./table";
import { measureWeights } from "./weights";

/** What a measurement may use: a product with the demonstration, started when the first one asks, and how long a load lasts. */
export type Bench = { product: () => Promise<Product>; seconds: number };

/** Everything that is measured, by the name it is chosen by. Times are in milliseconds where a column says nothing else. */
export const measurements: Record<string, (bench: Bench) => Promise<Table[]>> = {
  policies: async () => [
    {
      title: "200,000 gatherings of 60 organizations through the policies, over the same condition by hand",
      rows: await measurePolicies(61),
    },
  ],
  occurrences: async () => [
    {
      title: "20,000 occurrences of one month through the policies, over the same condition by hand",
      rows: await measureOccurrences(61),
    },
  ],
  growth: async () => {
    const { sizes, ratio } = await measureGrowth(31);
    return [{ title: `A month's call at ten thousand, a hundred thousand and a million: × ${ratio}`, rows: sizes }];
  },
  series: async () => [
    { title: "A daily rule of two years saved, with every layer", rows: [await measureDailySeries(5)] },
  ],
  digests: async () => [{ title: "The weekly digests of 1,500 people, by one worker", rows: await measureDigests() }],
  search: async () => {
    const { services, words, p50, p95, recall, ratios } = await measureDirectorySearch(21);
    const title = `Two syllables among ${services} services, the whole page: p50 ${p50}, p95 ${p95}; recall ${recall}`;
    return [
      { title, rows: words },
      { title: "The same index through the policies, over the same condition by hand", rows: ratios },
    ];
  },
  starts: async () => [
    { title: "From the command until the first page has answered, in seconds", rows: await measureStarts(3) },
  ],
  memory: async ({ seconds }) => [
    {
      title: "Memory in MB, idle and after 32 connections have read and signed in",
      rows: await measureMemory(seconds),
    },
  ],
  "page-over-floor": async ({ product, seconds }) => [
    {
      title: "The public calendar page over a bare handler with the same transaction",
      rows: await measurePageOverFloor((await product()).local, seconds),
    },
  ],
  "processor-time": async ({ product }) => [
    { title: "Processor time of a page, by process", rows: await measureProcessorTime(await product(), 200) },
  ],
  weights: async ({ product }) => [
    { title: "What pages bring, in bytes, gzipped", rows: await measureWeights((await product()).local) },
  ],
  "sign-in": async ({ product, seconds }) => [
    { title: "Thirty-two people at the door at once", rows: await measureSignIn((await product()).local, seconds) },
  ],
  feed: async ({ product }) => [
    {
      title: "A feed of a thousand gatherings over what ical.js takes to parse it",
      rows: [await measureFeed((await product()).local, 15)],
    },
  ],
  signups: async ({ product }) => [
    {
      title: "Two hundred people who sign up at once, each pressing twice, for forty seats",
      rows: [await measureSignups((await product()).local)],
    },
  ],
  "plan-board": async ({ product }) => [
    {
      title: "The board of a plan with fifty campaigns, two thousand items and sixty organizations",
      rows: [await measurePlanBoard((await product()).local, 21)],
    },
  ],
  import: async ({ product }) => [
    {
      title: "A table of five thousand services taken in through the pages, once more, and undone",
      rows: [await measureDirectoryImport((await product()).local)],
    },
  ],
  "full-month": async ({ product }) => {
    const { months, answeredRatio, drawnRatio } = await measureFullMonth((await product()).local, 9);
    const title = `A full month's page over a month of a hundred: × ${answeredRatio} answered, × ${drawnRatio} drawn`;
    return [{ title, rows: months }];
  },
};
