import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { startTestPostgres } from "../support/global-setup";
import { accessDocument } from "./access-document";
import { databaseTypes } from "./database-types";
import { errorsDocument } from "./errors-document";

const root = join(import.meta.dirname, "..", "..", "..");
const documents = {
  types: { file: "app/platform/database.types.ts", make: databaseTypes },
  access: { file: "docs/access.md", make: accessDocument },
  errors: { file: "docs/errors.md", make: errorsDocument },
};

const asked = process.argv.slice(2).filter((word): word is keyof typeof documents => word in documents);
const check = process.argv.includes("--check");
const { postgres: server, stop } = await startTestPostgres();
const sql = postgres(`${server.url}${server.template}`, { max: 1, onnotice: () => {} });
try {
  for (const name of asked) {
    const { file, make } = documents[name];
    const text = await make(sql);
    if (!check) {
      writeFileSync(join(root, file), text);
    } else if (readFileSync(join(root, file), "utf8") !== text) {
      process.stderr.write(`${file} is not what the database says. Run npm run db:${name}.\n`);
      process.exitCode = 1;
    }
  }
} finally {
  await sql.end();
  await stop();
}
