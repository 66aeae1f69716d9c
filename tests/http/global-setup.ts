import type { TestProject } from "vitest/node";
import { liftLimits } from "../support/limits";
import { type Local, startProduct } from "../support/product";

declare module "vitest" {
  interface ProvidedContext {
    local: Local;
    dataFolder: string;
    printedFile: string;
  }
}

/** One product for all HTTP tests. */
export default async function setup(project: TestProject) {
  const product = await startProduct({ LOG_LEVEL: "info" });
  await liftLimits(product.local);
  project.provide("local", product.local);
  project.provide("dataFolder", product.dataFolder);
  project.provide("printedFile", product.printedFile);
  return product.stop;
}
