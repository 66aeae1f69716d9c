import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import en from "../../app/i18n/messages/en";
import ko from "../../app/i18n/messages/ko";
import { findOversizedFiles } from "./budgets";
import { findLayerViolations, sourceFolders } from "./layers";
import { findDeadLinks } from "./links";
import { findMessageFaults } from "./messages";
import { findNamelessNames } from "./names";
import { findUnwantedPhrases } from "./phrases";
import { findLoosePins } from "./pins";
import { findUnshownRequirements } from "./requirements";
import { listTree, readTree } from "./tree";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const json = (file: string) => JSON.parse(readFileSync(path.join(root, file), "utf8"));

const checks: Record<string, () => string[] | Promise<string[]>> = {
  layers: () => findLayerViolations(root, foldersPresent()),
  messages: () => findMessageFaults({ en, ko }, readTree(root)),
  names: () => findNamelessNames(readTree(root)),
  budgets: () => findOversizedFiles(readTree(root)),
  phrases: () => findUnwantedPhrases(readTree(root)),
  links: () => findDeadLinks(readTree(root), listTree(root)),
  requirements: () => findUnshownRequirements(readTree(root)),
  pins: () => findLoosePins(json("package.json"), json("package-lock.json")),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in checks));
if (unknown.length > 0)
  throw new Error(`There are the checks ${Object.keys(checks).join(", ")}; not ${unknown.join(", ")}.`);

for (const name of asked.length > 0 ? asked : Object.keys(checks)) {
  const findings = (await checks[name]?.()) ?? [];
  for (const finding of findings) process.stdout.write(`${finding}\n`);
  process.stdout.write(`${name}: ${findings.length === 0 ? "in order" : `${findings.length} to mend`}\n`);
  if (findings.length > 0) process.exitCode = 1;
}

function foldersPresent(): string[] {
  const files = listTree(root);
  return sourceFolders.filter((folder) => files.some((file) => file.startsWith(`${folder}/`)));
}
