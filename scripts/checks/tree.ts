import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** A file of the project, as the checks read it. */
export type SourceFile = { path: string; text: string };

/** Every text file of the project that is, or is about to be, under version control. */
export function readTree(root: string): SourceFile[] {
  return listTree(root)
    .filter((file) => textual.test(file))
    .map((file) => ({ path: file, text: readFileSync(path.join(root, file), "utf8") }));
}

/** The paths of all files of the project, those that are ignored left out. */
export function listTree(root: string): string[] {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: root });
  const files = listed.toString("utf8").split("\0").filter(Boolean);
  return files.filter((file) => existsSync(path.join(root, file))).sort();
}

const textual = /\.(ts|tsx|js|mjs|css|sql|json|md|html|svg|yml|yaml|toml|txt)$|(^|\/)(run|\.nvmrc|\.env\.example)$/;
