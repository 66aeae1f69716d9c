import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { accessDocument } from "./describe/access-document";
import { databaseTypes } from "./describe/database-types";
import { errorsDocument } from "./describe/errors-document";
import { test } from "./support/database";

const read = (path: string) => readFileSync(join(import.meta.dirname, "..", "..", path), "utf8");

test("docs/access.md says what the database does (npm run db:access)", async ({ copy }) => {
  expect(read("docs/access.md")).toBe(await accessDocument(copy));
});

test("the generated types are the database's (npm run db:types)", async ({ copy }) => {
  expect(read("app/platform/database.types.ts")).toBe(await databaseTypes(copy));
});

test("docs/errors.md says what refusals say (npm run db:errors)", () => {
  expect(read("docs/errors.md")).toBe(errorsDocument());
});
