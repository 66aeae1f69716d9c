import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { CannotStart } from "../cannot-start";

/** What a backup says of itself. It is written last: without it a backup was cut short. */
export type Contents = {
  format: 1;
  taken_at: string;
  /** Files of Postgres fit one kind of machine. */
  machine: string;
  /** The folders, since some are empty and needed, and the sha256 of every file. */
  folders: string[];
  files: Record<string, string>;
};

export const machine = `${process.platform}-${process.arch}`;

const NOTE = "hamkke-backup.json";

export async function writeContents(backup: string, contents: Contents): Promise<void> {
  await writeFile(join(backup, NOTE), `${JSON.stringify(contents, null, 1)}\n`, { mode: 0o600, flush: true });
}

export async function readContents(backup: string): Promise<Contents> {
  const text = await readFile(join(backup, NOTE), "utf8").catch(() => {
    throw new CannotStart(`${backup} is no whole backup: it has no ${NOTE}, which is written last.`);
  });
  const contents = JSON.parse(text) as Contents;
  if (contents.format !== 1) {
    throw new CannotStart(`The backup ${backup} was made by a newer Hamkke; restore it with that one.`);
  }
  if (contents.machine === machine) return contents;
  throw new CannotStart(`The backup ${backup} is one of ${contents.machine}; this machine is ${machine}.`);
}

/** Copies one file for its owner's eyes alone and returns its sha256. */
export async function copyFile(from: string, to: string): Promise<string> {
  const hash = createHash("sha256");
  const read = async function* (source: AsyncIterable<Buffer>) {
    for await (const part of source) {
      hash.update(part);
      yield part;
    }
  };
  await pipeline(createReadStream(from), read, createWriteStream(to, { mode: 0o600, flush: true }));
  return hash.digest("hex");
}

/** Folders and files below a folder, each folder before what is in it. What goes while one looks is not there. */
export async function listBelow(folder: string, below = ""): Promise<{ folders: string[]; files: string[] }> {
  const found = { folders: [] as string[], files: [] as string[] };
  for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
    const path = join(below, entry.name);
    if (entry.isFile()) found.files.push(path);
    if (!entry.isDirectory()) continue;
    const inside = await listBelow(folder, path);
    found.folders.push(path, ...inside.folders);
    found.files.push(...inside.files);
  }
  return found;
}

/** Makes an empty folder for its owner alone, or takes one that is empty. */
export async function requireEmpty(folder: string, otherwise: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0) throw new CannotStart(`The folder ${folder} is not empty; ${otherwise}.`);
}

/** Many small files wait for the disk together rather than one after the other. */
export async function eachOf<Item>(items: Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const left = items.values();
  const worker = async () => {
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: 16 }, worker));
}
