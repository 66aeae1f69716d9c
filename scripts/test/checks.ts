/** Each check counts as one; its command leaves with 0 when all is in order. */
export const checks: Record<string, string[]> = {
  types: ["tsc", "--noEmit"],
  style: ["biome", "check", "--error-on-warnings", "--max-diagnostics=200", "."],
  "dead code": ["knip", "--no-progress"],
  "sealed policies": ["tsx", "supabase/seal.ts", "--check"],
  ...ownChecks("layers", "messages", "names", "budgets", "phrases", "links", "pins"),
};

function ownChecks(...names: string[]): Record<string, string[]> {
  return Object.fromEntries(names.map((name) => [name, ["tsx", "scripts/checks/main.ts", name]]));
}
