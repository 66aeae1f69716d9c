import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CannotStart } from "./cannot-start";

export type Migration = {
  version: string;
  name: string;
  file: string;
  text: string;
  checksum: string;
  isSeal: boolean;
};

/** The migrations of a folder, in the order of their versions. */
export function readMigrations(folder: string): Migration[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(".sql"))
    .sort();
  const migrations = files.map((file) => readMigration(folder, file));
  const twice = migrations.find(({ version }, index) => migrations[index + 1]?.version === version);
  if (twice) throw new CannotStart(`Two migrations have the version ${twice.version}; give one of them another.`);
  return migrations;
}

function readMigration(folder: string, file: string): Migration {
  const [, version, name] = /^(\d{14})_([a-z0-9_]+)\.sql$/.exec(file) ?? [];
  if (!version || !name) {
    throw new CannotStart(`The migration ${file} must be named like 20260101000000_what_it_does.sql.`);
  }
  const text = readFileSync(join(folder, file), "utf8");
  const checksum = createHash("sha256").update(text).digest("hex");
  return { version, name, file, text, checksum, isSeal: name === "seal" || name.endsWith("_seal") };
}
