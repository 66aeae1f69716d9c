import path from "node:path";
import type { SourceFile } from "./tree";

/** Requirements of docs/asvs/ that are absent, doubled or unanswered, tests named there that do not exist, and wrong counts. */
export function findUnshownRequirements(tree: SourceFile[], asked = requirements()): string[] {
  const pages = tree.filter(({ path: file }) => /^docs\/asvs\/[\w-]+\.md$/.test(file));
  const rows = pages.flatMap((page) =>
    [...page.text.matchAll(row)].map(([, number = "", , answer = ""]) => ({ page, number, answer })),
  );
  const texts = new Map(tree.map(({ path: file, text }) => [file, text]));
  const answered = rows.map(({ number }) => number);
  return [
    ...asked.filter((number) => !answered.includes(number)).map((number) => `docs/asvs: ${number} is absent`),
    ...answered
      .filter((number, at) => answered.indexOf(number) !== at)
      .map((number) => `docs/asvs: ${number} is doubled`),
    ...answered
      .filter((number) => !asked.includes(number))
      .map((number) => `docs/asvs: ${number} is none of levels 1 and 2`),
    ...rows.flatMap(({ page, number, answer }) =>
      faultsOf(answer, page.path, texts).map((fault) => `${page.path}: ${number} ${fault}`),
    ),
    ...wrongCounts(
      pages,
      rows.map(({ answer }) => kindOf(answer)),
    ),
  ];
}

/** A row of the list: its number, what it asks in our words, the answer. */
const row = /^\| (\d+\.\d+\.\d+) \| ([^|]+) \| ([^|]+) \|$/gm;

const kinds = ["Shown", "Written", "Not ours", "Not met"] as const;
type Kind = (typeof kinds)[number];

function kindOf(answer: string): Kind | undefined {
  return kinds.find((kind) => answer.startsWith(`**${kind}**`));
}

function faultsOf(answer: string, page: string, texts: Map<string, string>): string[] {
  const kind = kindOf(answer);
  if (!kind) return [`is answered by none of ${kinds.join(", ")}`];
  const tests = [...answer.matchAll(/\[[^\]]+\]\(([^)]+\.(?:test|spec)\.tsx?)\) “([^”]+)”/g)];
  const links = [...answer.matchAll(/\]\(([^)]+)\)/g)];
  if (kind === "Shown" && tests.length === 0) return ["is shown by no test"];
  if (kind === "Written" && links.length === 0) return ["is written nowhere"];
  return tests.flatMap(([, file = "", sentence = ""]) => {
    const text = texts.get(path.posix.join(path.posix.dirname(page), file));
    if (text === undefined) return [`names ${file}, which is not there`];
    const isTest = ['"', "`"].some((quote) => text.includes(`${quote}${sentence}${quote}`));
    return isTest ? [] : [`names “${sentence}”, which is no test of ${file}`];
  });
}

/** The page that begins the list says how many there are of each. */
function wrongCounts(pages: SourceFile[], answers: (Kind | undefined)[]): string[] {
  const first = pages.find(({ path: file }) => file.endsWith("/README.md"));
  return kinds.flatMap((kind) => {
    const count = answers.filter((answer) => answer === kind).length;
    const said = new RegExp(`^\\| \\*\\*${kind}\\*\\* \\|[^|]*\\| (\\d+) \\|$`, "m").exec(first?.text ?? "")?.[1];
    return said === String(count)
      ? []
      : [`docs/asvs/README.md: says ${said ?? "nothing"} of ${kind}; there are ${count}`];
  });
}

/** The numbers of ASVS 5.0.0, levels 1 and 2. */
function requirements(): string[] {
  return numbers
    .trim()
    .split(/\s+/)
    .flatMap((part) => {
      const [section = "", ranges = ""] = part.split(":");
      return ranges.split(",").flatMap((range) => {
        const [from = 0, to = from] = range.split("-").map(Number);
        return Array.from({ length: to - from + 1 }, (_, at) => `${section}.${from + at}`);
      });
    });
}

const numbers = `
  1.1:1-2 1.2:1-9 1.3:1-11 1.4:1-3 1.5:1-2 2.1:1-3 2.2:1-3 2.3:1-4 2.4:1 3.2:1-2 3.3:1-4 3.4:1-6 3.5:1-5 3.7:1-2
  4.1:1-3 4.2:1 4.3:1-2 4.4:1-4 5.1:1 5.2:1-3 5.3:1-2 5.4:1-3 6.1:1-3 6.2:1-12 6.3:1-4 6.4:1-4 6.5:1-5 6.6:1-3
  6.8:1-4 7.1:1-3 7.2:1-4 7.3:1-2 7.4:1-5 7.5:1-2 7.6:1-2 8.1:1-2 8.2:1-3 8.3:1 8.4:1 9.1:1-3 9.2:1-4 10.1:1-2
  10.2:1-2 10.3:1-4 10.4:1-11 10.5:1-5 10.6:1-2 10.7:1-3 11.1:1-2 11.2:1-3 11.3:1-3 11.4:1-4 11.5:1 11.6:1
  12.1:1-3 12.2:1-2 12.3:1-4 13.1:1 13.2:1-5 13.3:1-2 13.4:1-5 14.1:1-2 14.2:1-4 14.3:1-3 15.1:1-3 15.2:1-3
  15.3:1-7 16.1:1 16.2:1-5 16.3:1-4 16.4:1-3 16.5:1-3 17.1:1 17.2:1-4 17.3:1-2
`;
