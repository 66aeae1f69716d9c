import { expect, test } from "vitest";
import { makeMailedLink } from "../support/mailed-link";
import { as, local } from "./cast";

test("whatever asks for a password masks it, lets it be pasted, and says to a password manager which one it is", async () => {
  const token = await makeMailedLink(local(), "reset", "viewer@krcla.example");
  for (const [path, who, names] of [
    ["/sign-in", "visitor", ["password"]],
    [`/password/${token}`, "visitor", ["passphrase"]],
    ["/settings/password", "member", ["password", "passphrase"]],
    ["/settings/address", "member", ["password"]],
    ["/settings/deletion", "member", ["password"]],
  ] as const) {
    const page = await (await (await as(who)).get(path)).text();
    const fields = [...page.matchAll(/<input [^>]*name="(password|passphrase)"[^>]*>/g)];
    expect(
      fields.map((field) => field[1]),
      path,
    ).toEqual(names);
    for (const [field, name] of fields) {
      expect(field, path).toContain('type="password"');
      expect(field.toLowerCase(), path).toContain(
        `autocomplete="${name === "passphrase" ? "new-password" : "current-password"}"`,
      );
      expect(field, path).not.toMatch(/onpaste|value="[^"]/i);
    }
  }
});
