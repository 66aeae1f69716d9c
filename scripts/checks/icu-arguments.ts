/** The names a sentence takes and its tags ("<link>"). Whether a name is counted, each language decides. */
export function icuArguments(sentence: string): Set<string> {
  const found = new Set<string>();
  readText(sentence, 0, found);
  return found;
}

function readText(text: string, from: number, found: Set<string>): number {
  let at = from;
  while (at < text.length && text[at] !== "}") {
    if (text[at] === "{") at = readArgument(text, at + 1, found);
    else if (text[at] === "<") at = readTag(text, at, found);
    else if (text[at] === "'" && /[{}<]/.test(text[at + 1] ?? "")) at = text.indexOf("'", at + 1) + 1 || text.length;
    else at += 1;
  }
  return at;
}

function readArgument(text: string, from: number, found: Set<string>): number {
  const head = /^\s*(\w+)\s*(?:,\s*\w+\s*)?/.exec(text.slice(from));
  if (!head) return from;
  found.add(head[1] ?? "");
  let at = from + head[0].length;
  while (at < text.length && text[at] !== "}") at = text[at] === "{" ? readText(text, at + 1, found) + 1 : at + 1;
  return at + 1;
}

function readTag(text: string, from: number, found: Set<string>): number {
  const tag = /^<(\w+)>/.exec(text.slice(from));
  if (tag) found.add(tag[0]);
  return from + (tag?.[0].length ?? 1);
}
