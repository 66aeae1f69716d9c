import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import path from "node:path";
import { type Product, root, startProduct } from "../tests/support/product";
import { measurements } from "./measurements";
import { type Table, written } from "./table";

/** `npm run bench` measures everything, `npm run bench -- plan-board feed` those alone. */
const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(measurements);
const unknown = names.filter((name) => !measurements[name]);
if (unknown.length > 0) {
  process.stderr.write(
    `There is no ${unknown.join(", ")}. What can be measured: ${Object.keys(measurements).join(", ")}\n`,
  );
  process.exit(1);
}

const seconds = Number(process.env.BENCH_SECONDS ?? 5);
let running: Promise<Product> | undefined;
const product = () => {
  running ??= startProduct();
  return running;
};
const at = new Date().toISOString();
const machine = { node: process.version, cpus: cpus().length, memory: totalmem(), loadBefore: loadavg() };
const figures: Record<string, Table[]> = {};
try {
  for (const name of names) {
    figures[name] = (await measurements[name]?.({ product, seconds })) ?? [];
    for (const table of figures[name]) process.stdout.write(`${written(table)}\n`);
  }
} finally {
  await (await running)?.stop();
}
const folder = path.join(root, "bench/results");
mkdirSync(folder, { recursive: true });
const file = path.join(folder, `${at.replaceAll(":", "-")}.json`);
writeFileSync(file, `${JSON.stringify({ at, machine, secondsEach: seconds, figures }, null, 2)}\n`);
process.stdout.write(`${path.relative(root, file)}\n`);
