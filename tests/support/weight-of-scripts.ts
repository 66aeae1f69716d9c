import { gzipSync } from "node:zlib";
import type { Visitor } from "./member";

/** The bytes, gzipped, of all scripts that a page brings, the sentences of one language included. */
export async function weightOfScripts(person: Visitor, path: string): Promise<number> {
  const html = await (await person.get(path)).text();
  const asked = html.matchAll(/(?:modulepreload" href=|import |from )"(\/assets\/[^"]+\.js)"/g);
  const files = new Set([...asked].map(([, module = ""]) => module));
  let weight = 0;
  for (const file of files) {
    const script = await person.get(file);
    if (script.status !== 200) throw new Error(`${file} answered ${script.status}`);
    const code = await script.text();
    weight += gzipSync(code).length;
    // Sentences come with what says them: those of all pages, and those of some apart. A browser fetches one language.
    for (const [, sentences] of code.matchAll(/"\.\/(en-[\w-]+\.js)"/g)) files.add(`/assets/${sentences}`);
  }
  return weight;
}
