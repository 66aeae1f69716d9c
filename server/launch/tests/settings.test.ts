import { expect, test } from "vitest";
import { readSettings } from "../settings";

test("without any setting the demonstration is served to this machine alone", () => {
  expect(readSettings({})).toEqual({
    port: 3000,
    host: "127.0.0.1",
    appUrl: "http://127.0.0.1:3000",
    dataFolder: ".data",
    demonstration: true,
    demonstrationPassword: "hamkke-demo",
    hosted: undefined,
    mail: undefined,
  });
});

test.each(["0.0.0.0", "::", "192.168.1.7", "hamkke.example", "127.0.0.1.example"])(
  "the demonstration is not served on %s",
  (HOST) => {
    expect(() => readSettings({ HOST })).toThrow(`set HAMKKE_DEMO=off to serve on ${HOST}, or leave HOST at 127.0.0.1`);
    expect(readSettings({ HOST, HAMKKE_DEMO: "off" }).host).toBe(HOST);
  },
);

test.each([{ APP_URL: "https://hamkke.example" }, { TRUST_PROXY: "true" }, { APP_URL: "http://10.0.0.7:3000" }])(
  "the demonstration is not served to others by a proxy either: %j",
  (env) => {
    expect(() => readSettings(env)).toThrow("set HAMKKE_DEMO=off to serve under APP_URL or behind a proxy");
    expect(readSettings({ ...env, HAMKKE_DEMO: "off" }).demonstration).toBe(false);
  },
);

test("an address of this machine's own is no way out", () => {
  expect(readSettings({ APP_URL: "http://localhost:8080" }).demonstration).toBe(true);
});

test.each(["127.0.0.1", "127.1.2.3", "localhost", "::1"])("the demonstration is served on %s", (HOST) => {
  expect(readSettings({ HOST }).demonstration).toBe(true);
});

const key = {
  SUPABASE_URL: "https://x.supabase.co",
  SUPABASE_PUBLISHABLE_KEY: "sb_publishable_x",
  SERVER_SECRET: "0123456789abcdef0123456789abcdef",
};
const mail = { SMTP_URL: "smtps://name:secret@mail.example", MAIL_FROM: "Hamkke <mail@hamkke.example>" };

test.each([
  [{ PORT: "http" }, 'PORT must be a number from 1 to 65535; it is "http".'],
  [{ PORT: "70000" }, "PORT must be a number"],
  [{ PORT: "-1" }, "PORT must be a number"],
  [{ HAMKKE_DEMO: "no" }, 'HAMKKE_DEMO must be "on" or "off"; it is "no".'],
  [{ HAMKKE_DEMO_PASSWORD: "short" }, "HAMKKE_DEMO_PASSWORD must have at least 8 characters"],
  [{ APP_URL: "hamkke.example" }, "APP_URL must be an address like https://hamkke.example"],
  [{ APP_URL: "https://hamkke.example/path" }, "APP_URL must be an address"],
  [{ SUPABASE_URL: "https://x.supabase.co" }, "SUPABASE_PUBLISHABLE_KEY is missing"],
  [{ SUPABASE_PUBLISHABLE_KEY: "sb_publishable_x" }, "SUPABASE_URL is missing"],
  [
    { SUPABASE_URL: "https://x.supabase.co", SUPABASE_PUBLISHABLE_KEY: "sb_publishable_x", SERVER_SECRET: "short" },
    "SERVER_SECRET is missing",
  ],
  [{ DATABASE_URL: "postgres://localhost/hamkke" }, "set them too, or unset it to use the embedded database"],
  [{ ...key, SUPABASE_URL: "http://x.supabase.co" }, "SUPABASE_URL must begin with https://"],
  [{ ...key, SUPABASE_URL: "http://192.0.2.7:8000" }, "SUPABASE_URL must begin with https://"],
  [{ ...key, SUPABASE_URL: "http://[2001:db8::7]:8000" }, "SUPABASE_URL must begin with https://"],
  [{ ...key, SUPABASE_URL: "x.supabase.co" }, "SUPABASE_URL must be an address like https://"],
  [{ ...key, SUPABASE_PUBLISHABLE_KEY: "sb_secret_x" }, "holds a secret key, which sees everything"],
  [{ ...key, SUPABASE_PUBLISHABLE_KEY: `e30.${btoa('{"role":"service_role"}')}.x` }, "put the publishable one"],
  [
    { ...key, DATABASE_URL: "postgres://postgres:word@db.example/postgres" },
    "DATABASE_URL must end with ?sslmode=verify-full",
  ],
  [{ ...key, DATABASE_URL: "postgres://db.example/postgres?sslmode=require" }, "must end with ?sslmode=verify-full"],
  [{ ...key, DATABASE_URL: "https://db.example" }, "DATABASE_URL must be the address of the database"],
  [{ MAIL_FROM: "mail@hamkke.example" }, "SMTP_URL is missing"],
  [{ SMTP_URL: "smtp://mail.example" }, "MAIL_FROM is missing"],
  [{ ...mail, SMTP_URL: "https://mail.example" }, "SMTP_URL must be an address like smtps://name:password@"],
  [{ ...mail, SMTP_URL: "mail.example:25" }, "SMTP_URL must be an address"],
  [{ ...mail, SMTP_URL: "smtps://name:50%@mail.example" }, "special characters of the password percent-encoded"],
  [{ ...mail, MAIL_FROM: "Hamkke" }, 'MAIL_FROM must be an address like Hamkke <mail@hamkke.example>; it is "Hamkke".'],
])("%j is refused in a sentence", (env, sentence) => {
  expect(() => readSettings(env)).toThrow(sentence);
});

test("with a Supabase project there is no demonstration", () => {
  expect(readSettings(key)).toMatchObject({
    demonstration: false,
    hosted: {
      supabaseUrl: "https://x.supabase.co",
      publishableKey: "sb_publishable_x",
      serverSecret: "0123456789abcdef0123456789abcdef",
      databaseUrl: undefined,
    },
  });
  expect(() => readSettings({ ...key, HAMKKE_DEMO: "on" })).toThrow("runs on the embedded database only");
});

test.each(["http://127.0.0.1:54321", "http://localhost:54321", "http://[::1]:54321", "http://kong:8000"])(
  "a Supabase on this machine or in the same network of containers is asked in the open: %s",
  (SUPABASE_URL) => {
    expect(readSettings({ ...key, SUPABASE_URL }).hosted?.supabaseUrl).toBe(SUPABASE_URL);
  },
);

test("people are told an address that they can open", () => {
  const off = { HAMKKE_DEMO: "off" };
  expect(readSettings({ ...off, HOST: "0.0.0.0", PORT: "80" }).appUrl).toBe("http://localhost:80");
  expect(readSettings({ ...off, HOST: "::1" }).appUrl).toBe("http://[::1]:3000");
  expect(readSettings({ ...off, APP_URL: "https://hamkke.example/" }).appUrl).toBe("https://hamkke.example");
});

test("mail leaves by the server that is named, and a wrong name is refused without its password", () => {
  expect(readSettings(mail).mail).toEqual({ smtpUrl: mail.SMTP_URL, from: mail.MAIL_FROM });
  expect(readSettings({ SMTP_URL: "smtp://127.0.0.1:2525", MAIL_FROM: "mail@hamkke.example" }).mail).toBeDefined();
  expect(() => readSettings({ ...mail, SMTP_URL: "smtpx://name:secret@mail.example" })).not.toThrow("secret@");
});

test.each([
  "postgres://postgres:word@127.0.0.1:5432/postgres",
  "postgresql://postgres@localhost/postgres",
  "postgres://postgres@db.example/postgres?sslmode=verify-full",
  "postgres://postgres@db/postgres?sslmode=disable",
])("the worker reaches a database at %s", (DATABASE_URL) => {
  expect(readSettings({ ...key, DATABASE_URL }).hosted?.databaseUrl).toBe(DATABASE_URL);
});

test("a refused database address keeps its password to itself", () => {
  expect(() => readSettings({ ...key, DATABASE_URL: "postgres://postgres:word@db.example/postgres" })).not.toThrow(
    "word@",
  );
});
