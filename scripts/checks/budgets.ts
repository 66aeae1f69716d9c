import type { SourceFile } from "./tree";

/** Files longer than what one thing needs. */
export function findOversizedFiles(files: SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const budget = generated(path, text) ? undefined : budgets.find(({ of }) => of.test(path));
    const lines = text.split("\n").length - 1;
    return budget && lines > budget.lines
      ? [`${path}: ${lines} lines, ${budget.lines} at most: what second thing does it hold?`]
      : [];
  });
}

const budgets = [
  { of: /^app\/routes\/.*\.tsx?$/, lines: 150 },
  { of: /^supabase\/.*\.sql$/, lines: 300 },
  { of: /^(app|server|worker|supabase|scripts|tests|bench)\/.*\.(ts|tsx|js|mjs|css)$/, lines: 250 },
];

/** Sealed policies, generated types and lists of sentences grow with the product. */
const generated = (path: string, text: string) =>
  path === "app/platform/database.types.ts" || path.startsWith("app/i18n/messages/") || /^-- Sealed\b/i.test(text);
