import { defineConfig } from "@playwright/test";
import { findBrowser } from "./tests/support/browser";

export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "**/*.spec.ts",
  globalSetup: "./tests/e2e/global-setup.ts",
  outputDir: "test-results",
  forbidOnly: true,
  retries: 0,
  workers: 3,
  fullyParallel: true,
  timeout: 45_000,
  expect: { timeout: 7_000 },
  use: {
    launchOptions: await findBrowser(),
    locale: "en-US",
    timezoneId: "America/Los_Angeles",
    viewport: { width: 1280, height: 900 },
    trace: "off",
    screenshot: "only-on-failure",
  },
});
