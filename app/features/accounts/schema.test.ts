import { expect, test } from "vitest";
import { newPasswordSchema, signInSchema } from "./schema";

const problems = (result: { success: boolean; error?: { issues: { message: string }[] } | undefined }) =>
  result.error?.issues.map(({ message }) => message) ?? [];

test.each([
  ["a".repeat(11), "passphrase_too_short"],
  ["가".repeat(11), "passphrase_too_short"],
  ["a".repeat(73), "passphrase_too_long"],
  ["가".repeat(25), "passphrase_too_long"],
])("%s is no new password: %s", (passphrase, problem) => {
  expect(problems(newPasswordSchema.safeParse({ passphrase }))).toEqual([problem]);
});

test.each([
  "aaaaaaaaaaaa",
  "           1",
  "함께 걷는 저녁 산책길 하나",
  "1".repeat(64),
  "!@#$%^&*()_+",
  "가".repeat(24),
])("%s is one, since nothing is asked of its characters, and it stays as it was typed", (passphrase) => {
  expect(newPasswordSchema.parse({ passphrase })).toEqual({ passphrase });
});

test("a password of which only the beginning would be compared is a wrong one", () => {
  const password = `${"a".repeat(72)}b`;
  expect(problems(signInSchema.safeParse({ email: "a@krcla.example", password }))).toEqual(["sign_in_refused"]);
  expect(problems(signInSchema.safeParse({ email: "a@krcla.example", password: password.slice(1) }))).toEqual([]);
});
