import path from "node:path";
import type { SourceFile } from "./tree";

/** Links of the documents to files, folders and headings of the project that are not there. */
export function findDeadLinks(tree: SourceFile[], files: string[]): string[] {
  const present = new Set(files.flatMap((file) => [file, ...foldersOf(file)]));
  const documents = tree.filter(({ path: file }) => file.endsWith(".md"));
  const headings = new Map(documents.map(({ path: file, text }) => [file, anchorsOf(text)]));
  return documents.flatMap(({ path: file, text }) =>
    [...text.matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, target = ""]) => target)
      .filter((target) => !/^[a-z]+:/.test(target))
      .filter((target) => {
        const [to = "", anchor] = target.split("#");
        const at = to ? path.posix.join(path.posix.dirname(file), to).replace(/\/$/, "") : file;
        return !present.has(at) || (anchor && headings.get(at)?.has(anchor) === false);
      })
      .map((target) => `${file} links to ${target}, which is not there`),
  );
}

/** The names that headings have in addresses: small letters, hyphens for spaces, no marks. */
function anchorsOf(text: string): Set<string> {
  return new Set(
    [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = ""]) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, "")
        .trim()
        .replaceAll(" ", "-"),
    ),
  );
}

function foldersOf(file: string): string[] {
  const folder = path.posix.dirname(file);
  return folder === "." ? [] : [folder, ...foldersOf(folder)];
}
