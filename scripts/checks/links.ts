import path from "node:path";
import type { SourceFile } from "./tree";

/** Links of the documents to files and folders of the project that are not there. */
export function findDeadLinks(tree: SourceFile[], files: string[]): string[] {
  const present = new Set(files.flatMap((file) => [file, ...foldersOf(file)]));
  const documents = tree.filter(({ path: file }) => file.endsWith(".md"));
  return documents.flatMap(({ path: file, text }) =>
    [...text.matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, target = ""]) => target.replace(/#.*$/, ""))
      .filter((target) => target !== "" && !/^[a-z]+:/.test(target))
      .filter((target) => !present.has(path.posix.join(path.posix.dirname(file), target).replace(/\/$/, "")))
      .map((target) => `${file} links to ${target}, which is not there`),
  );
}

function foldersOf(file: string): string[] {
  const folder = path.posix.dirname(file);
  return folder === "." ? [] : [folder, ...foldersOf(folder)];
}
