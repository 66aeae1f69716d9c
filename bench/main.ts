import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import path from "node:path";
import { root, startProduct } from "../tests/support/product";
import { measurePageOverFloor, tableOf } from "./page-over-floor";

const seconds = Number(process.env.BENCH_SECONDS ?? 5);
const product = await startProduct();
try {
  const pageOverFloor = await measurePageOverFloor(product.local, seconds);
  const figures = { at: new Date().toISOString(), machine: machine(), secondsEach: seconds, pageOverFloor };
  const folder = path.join(root, "bench/results");
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${figures.at.replaceAll(":", "-")}.json`);
  writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`);
  process.stdout.write(`The public calendar page over a bare handler with the same transaction\n\n`);
  process.stdout.write(`${tableOf(pageOverFloor)}\n\n${path.relative(root, file)}\n`);
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
