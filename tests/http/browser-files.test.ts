import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { root } from "../support/product";
import { local } from "./cast";

const files = readdirSync(path.join(root, "build/client"), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(js|css|html|map|json|txt|svg|webmanifest)$/.test(entry.name))
  .map((entry) => path.join(entry.parentPath, entry.name));
const text = () => files.map((file) => readFileSync(file, "utf8")).join("\n");

test("the browser's files hold no key, no address of a database and no password", () => {
  const { publishable_key, supabase_url, database_url } = local();
  const all = text();
  expect(files.length).toBeGreaterThan(5);
  for (const secret of [publishable_key, new URL(supabase_url).host, new URL(database_url).password, "hamkke-demo"]) {
    expect(secret.length).toBeGreaterThan(5);
    expect(all.includes(secret), secret.slice(0, 8)).toBe(false);
  }
  expect(all).not.toMatch(/postgres(ql)?:\/\/|sb_secret_|service_role|SUPABASE_/);
});

test("the browser's files hold neither the database's library nor zod nor the other language's sentences", () => {
  const all = text();
  expect(all).not.toMatch(/GoTrueClient|PostgrestClient|ZodError/);
  expect(existsSync(path.join(root, "build/client/assets"))).toBe(true);
  const holding = (sentence: string) => files.filter((file) => readFileSync(file, "utf8").includes(sentence));
  const english = holding("Nothing is listed for the next seven days");
  const korean = holding("시연용입니다");
  expect(english.length).toBe(1);
  expect(korean.length).toBe(1);
  expect(english).not.toEqual(korean);
});
