import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import rules from "../../.dependency-cruiser.js";
import { findLayerViolations } from "./layers";

/** A house in order: every file here may import what it imports. */
const sound: Record<string, string> = {
  "tsconfig.json": JSON.stringify({
    compilerOptions: { module: "ESNext", moduleResolution: "Bundler", paths: { "~/*": ["./app/*"] } },
  }),
  "app/routes/calendar.tsx": `import { list } from "~/features/gatherings/queries.server"; import { Card } from "~/features/gatherings/card"; export { list, Card };`,
  "app/routes/front.tsx": `export const front = 1;`,
  "app/features/gatherings/queries.server.ts": `import { db } from "~/platform/supabase.server"; export const list = db;`,
  "app/features/gatherings/card.tsx": `import { Button } from "~/ui/button"; import type { list } from "./queries.server"; export const Card: [typeof Button, typeof list] | null = null;`,
  "app/features/accounts/schema.ts": `export const schema = 1;`,
  "app/platform/supabase.server.ts": `export const db = 1;`,
  "app/platform/time.ts": `export const time = 1;`,
  "app/ui/button.tsx": `import { t } from "~/i18n/t"; export const Button = t;`,
  "app/i18n/t.ts": `export const t = 1;`,
  "server/web/main.ts": `export const web = 1;`,
  "worker/main.ts": `import { load } from "../supabase/seed/load"; import { time } from "../app/platform/time"; export const worker = [load, time];`,
  "supabase/seed/load.ts": `export const load = 1;`,
  "supabase/local/lite.ts": `export const lite = 1;`,
  "tests/support/product.ts": `export const product = 1;`,
};

/** For each rule, one line that breaks it. */
const violations: Record<string, { file: string; line: string }> = {
  features_do_not_import_each_other: {
    file: "app/features/gatherings/card.tsx",
    line: `import "~/features/accounts/schema";`,
  },
  features_do_not_import_routes: { file: "app/features/accounts/schema.ts", line: `import "~/routes/front";` },
  routes_do_not_import_each_other: { file: "app/routes/calendar.tsx", line: `import "./front";` },
  platform_stands_on_nothing_above: { file: "app/platform/time.ts", line: `import "~/ui/button";` },
  languages_stand_on_nothing_above: { file: "app/i18n/t.ts", line: `import "~/features/accounts/schema";` },
  ui_knows_no_domain: { file: "app/ui/button.tsx", line: `import "~/features/accounts/schema";` },
  app_knows_only_supabase_addresses: {
    file: "app/platform/supabase.server.ts",
    line: `import "../../supabase/local/lite";`,
  },
  web_server_holds_no_privilege: { file: "server/web/main.ts", line: `import "../../supabase/local/lite";` },
  nobody_imports_the_worker: { file: "supabase/seed/load.ts", line: `import "../../worker/main";` },
  worker_takes_words_and_formats_of_the_app: {
    file: "worker/main.ts",
    line: `import "../app/features/accounts/schema";`,
  },
  product_code_imports_no_tests: { file: "worker/main.ts", line: `import "../tests/support/product";` },
  database_drivers_stay_behind_the_door: { file: "app/platform/supabase.server.ts", line: `import "postgres";` },
  lite_sits_behind_one_adapter: { file: "supabase/seed/load.ts", line: `import "@supabase/lite/postgres";` },
  supabase_js_stays_on_the_server: { file: "app/platform/time.ts", line: `import "@supabase/supabase-js";` },
  server_modules_stay_on_the_server: { file: "app/features/gatherings/card.tsx", line: `import "./queries.server";` },
  no_circles: { file: "app/i18n/t.ts", line: `import "./u"; ` },
  every_import_resolves: { file: "app/platform/time.ts", line: `import "./nowhere";` },
};

const root = mkdtempSync(path.join(tmpdir(), "hamkke-layers-"));
beforeAll(() => {
  for (const [file, text] of Object.entries({ ...sound, "app/i18n/u.ts": `export { t } from "./t";` }))
    write(file, text);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test("a house in order breaks no rule", async () => {
  expect(await violationsNow()).toEqual([]);
});

test("every rule has its violation", () => {
  expect(Object.keys(violations).sort()).toEqual(rules.forbidden?.map((rule) => rule.name).sort());
});

describe.each(Object.entries(violations))("%s", (rule, { file, line }) => {
  test("is noticed when somebody breaks it", async () => {
    write(file, `${line}\n${sound[file]}`);
    try {
      expect(await violationsNow()).toContainEqual(expect.stringContaining(`${rule}: ${file}`));
    } finally {
      write(file, sound[file] ?? "");
    }
  });
});

const violationsNow = () => findLayerViolations(root, ["app", "server", "worker", "supabase", "tests"]);

function write(file: string, text: string) {
  const target = path.join(root, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}
