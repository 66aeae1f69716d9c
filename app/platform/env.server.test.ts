import { expect, test } from "vitest";
import { readEnv } from "./env.server";

const least = {
  SUPABASE_URL: "http://127.0.0.1:54321",
  SUPABASE_PUBLISHABLE_KEY: "sb_publishable_x",
  SERVER_SECRET: "0123456789abcdef0123456789abcdef",
};

test("two variables are enough; the rest has a safe default", () => {
  expect(readEnv(least)).toMatchObject({
    HOST: "127.0.0.1",
    PORT: 3000,
    APP_URL: "http://127.0.0.1:3000",
    NODE_ENV: "production",
    LOG_LEVEL: "warn",
    TRUST_PROXY: false,
  });
});

test("there is no demonstration unless its password is given", () => {
  expect(readEnv(least).DEMONSTRATION_PASSWORD).toBeUndefined();
});

test("everything that is wrong is named at once, without a value", () => {
  const read = () => readEnv({ SUPABASE_URL: "ftp://hidden", PORT: "99999", TRUST_PROXY: "perhaps" });
  expect(read).toThrow(/SUPABASE_URL[\s\S]*SUPABASE_PUBLISHABLE_KEY/);
  expect(read).toThrow(/PORT/);
  expect(read).toThrow(/TRUST_PROXY/);
  expect(read).not.toThrow(/hidden/);
});
