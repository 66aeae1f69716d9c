import { afterEach, expect, test, vi } from "vitest";
import { tellAddress, tellPlace } from "../words";

const printed: string[] = [];
vi.spyOn(process.stdout, "write").mockImplementation((text) => {
  printed.push(String(text));
  return true;
});
afterEach(() => {
  printed.length = 0;
});

test("the demonstration's accounts are printed by organization, with their password", () => {
  const accounts = ["viewer@krcla.example", "editor@krcla.example", "admin@nakasec.example"];
  tellAddress("http://127.0.0.1:3000", { accounts, password: "hamkke-demo" });
  expect(printed.join()).toBe(`
Hamkke is ready: http://127.0.0.1:3000

This is the demonstration; nothing in it is real. Sign in as one of
  viewer@krcla.example  editor@krcla.example
  admin@nakasec.example
with the password hamkke-demo

Ctrl-C stops it.
`);
});

test("an empty installation prints the link that creates the first organization", () => {
  tellAddress("https://hamkke.example", { firstLink: "token" });
  expect(printed.join()).toContain("\n  https://hamkke.example/welcome/token\n");
});

test("an installation that has organizations prints its address alone", () => {
  tellAddress("https://hamkke.example", {});
  expect(printed.join()).toBe("\nHamkke is ready: https://hamkke.example\n\nCtrl-C stops it.\n");
});

test("it is said where the database went when it could not stay in its folder", () => {
  tellPlace("/root/hamkke/.data", "/var/lib/hamkke/0123456789abcdef");
  expect(printed.join()).toContain("the database files are in /var/lib/hamkke/0123456789abcdef.");
  printed.length = 0;
  tellPlace("/srv/hamkke/.data", "/srv/hamkke/.data");
  expect(printed).toEqual([]);
});
