import { icuArguments } from "./icu-arguments";
import type { SourceFile } from "./tree";

/** Sentences by key, as in app/i18n/messages. */
export type Messages = { [key: string]: string | Messages };

/** Keys that differ between languages, arguments that differ, and sentences nobody shows. */
export function findMessageFaults(languages: Record<string, Messages>, files: SourceFile[]): string[] {
  const [[firstName, first], ...others] = Object.entries(languages).map(
    ([name, tree]) => [name, flatten(tree)] as const,
  ) as [readonly [string, Map<string, string>], ...(readonly [string, Map<string, string>])[]];
  return [
    ...others.flatMap(([name, sentences]) => compareLanguages(firstName, first, name, sentences)),
    ...[...first.keys()].filter((key) => !isShown(key, files)).map((key) => `${key}: no page shows it`),
  ];
}

function compareLanguages(aName: string, a: Map<string, string>, bName: string, b: Map<string, string>): string[] {
  const missing = [...a.keys()].filter((key) => !b.has(key)).map((key) => `${key}: absent in ${bName}`);
  const extra = [...b.keys()].filter((key) => !a.has(key)).map((key) => `${key}: absent in ${aName}`);
  const different = [...a].flatMap(([key, sentence]) => {
    const other = b.get(key);
    if (other === undefined) return [];
    if (other.trim() === "" || sentence.trim() === "") return [`${key}: empty`];
    const [mine, theirs] = [icuArguments(sentence), icuArguments(other)].map((names) => [...names].sort().join(", "));
    return mine === theirs ? [] : [`${key}: ${aName} has {${mine}}, ${bName} has {${theirs}}`];
  });
  return [...missing, ...extra, ...different];
}

/**
 * A key is shown where its last part stands in quotes beside its namespace, where a template begins it,
 * or, when a page chooses among a namespace's keys at run time, where the key itself is named anywhere.
 */
function isShown(key: string, files: SourceFile[]): boolean {
  const parts = key.split(".");
  const named = files.some(({ text }) => quoted(text, parts.at(-1) ?? key));
  return files.some(({ path, text }) => {
    if (!/^(app|server|worker)\//.test(path) || path.startsWith("app/i18n/messages/")) return false;
    return parts.some((_, index) => {
      const namespace = parts.slice(0, index).join(".");
      const rest = parts.slice(index);
      if (namespace === "") return quoted(text, key) || begins(text, rest) || new RegExp(`\\)\\.${key}\\b`).test(text);
      if (listsAll(text, namespace)) return true;
      if (!quoted(text, namespace)) return false;
      return (
        quoted(text, rest.join(".")) || begins(text, rest) || (rest.length === 1 && named && chooses(text, namespace))
      );
    });
  });
}

/** Whether a template literal starts with a part of this key: `kind.${kind}`. */
const begins = (text: string, parts: string[]) =>
  parts.some((_, end) => text.includes(`\`${parts.slice(0, end + 1).join(".")}.\${`));

/** Whether a module takes every key of this namespace: `const { language } = useMessages()`. */
const listsAll = (text: string, namespace: string) => text.includes(`{ ${namespace} } = useMessages()`);

/** Whether a page asks this namespace for a key that it knows only while running: `kind(value)`. */
function chooses(text: string, namespace: string): boolean {
  const bound = [...text.matchAll(/(\w+) = useTranslations\("([\w.]+)"\)/g)].filter((match) => match[2] === namespace);
  const names = bound.map((match) => match[1] ?? "");
  const aliases = [...text.matchAll(/(\w+) = (\w+) as /g)].filter((match) => names.includes(match[2] ?? ""));
  return [...names, ...aliases.map((match) => match[1])].some((name) =>
    new RegExp(`\\b${name}(?:\\.rich|\\.markup)?\\((?!["'\`)])`).test(text),
  );
}

const quoted = (text: string, word: string) =>
  [`"${word}"`, `'${word}'`, `\`${word}\``].some((each) => text.includes(each));

function flatten(tree: Messages, above = ""): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === "string" ? [[above + key, value] as const] : [...flatten(value, `${above}${key}.`)],
    ),
  );
}
