import { expect, test } from "vitest";
import { addressChangeSchema, deletionSchema, passwordChangeSchema } from "./schema";

test("what asks for the password takes none of which only the beginning would be compared", () => {
  const password = `${"a".repeat(72)}b`;
  const typed = { password, passphrase: "several words apart", email: "a@krcla.example" };
  for (const schema of [passwordChangeSchema, addressChangeSchema, deletionSchema]) {
    expect(schema.safeParse(typed).error?.issues.map(({ message }) => message)).toEqual(["password_wrong"]);
    expect(schema.safeParse({ ...typed, password: password.slice(1) }).success).toBe(true);
  }
});
