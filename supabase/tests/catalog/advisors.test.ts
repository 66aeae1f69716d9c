import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import postgres from "postgres";
import { expect, test } from "vitest";
import { copyTemplate, dropCopy } from "../support/copy";

const root = join(import.meta.dirname, "..", "..", "..");
const NAME = "hamkke_advisors";

type Finding = { name: string; level: string; detail: string };

/** Supabase's own linter, on a database of the test's. */
async function advise(url: string): Promise<Finding[]> {
  const { stdout } = await promisify(execFile)(
    join(root, "node_modules", ".bin", "supabase"),
    [
      "db",
      "advisors",
      "--db-url",
      `${url}?sslmode=disable`,
      "--level",
      "info",
      "--fail-on",
      "none",
      "--output-format",
      "json",
    ],
    { cwd: root, env: { ...process.env, DO_NOT_TRACK: "1", SUPABASE_TELEMETRY_DISABLED: "1" }, maxBuffer: 10_000_000 },
  );
  return readFindings(stdout);
}

test("the advisors of Supabase have nothing to say but that indexes are new and private tables have no policy", async () => {
  const url = await copyTemplate(NAME);
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const findings = await advise(url);
    const remaining = findings.filter(
      ({ name, level, detail }) =>
        !(
          level === "INFO" &&
          (name === "unused_index" || (name === "rls_enabled_no_policy" && detail.includes("`private.")))
        ),
    );
    expect(remaining).toEqual([]);

    await sql`create table public.left_open (id integer)`;
    await sql`grant select on public.left_open to anon`;
    expect((await advise(url)).map(({ name }) => name)).toContain("rls_disabled_in_public");
  } finally {
    await sql.end();
    await dropCopy(NAME);
  }
}, 60_000);

function readFindings(stdout: string): Finding[] {
  const answer: unknown = JSON.parse(stdout);
  const list = Array.isArray(answer) ? answer : Object.values(answer as Record<string, unknown>).find(Array.isArray);
  return (list ?? []) as Finding[];
}
