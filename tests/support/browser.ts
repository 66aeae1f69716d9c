import { accessSync, constants, existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import sparticuz from "@sparticuz/chromium";

/** A browser on this machine and how to start it. */
export type Browser = { executablePath: string; args: string[] };

/** Playwright's own browser where it is installed, else the system's, else the one npm carries. Never none. */
export async function findBrowser(): Promise<Browser> {
  const own = chromium.executablePath();
  if (existsSync(own)) return { executablePath: own, args: quiet };
  const system = [process.env.CHROME_PATH, ...namesOnPath(), ...onMacOs].find((file) => file && isExecutable(file));
  if (system) return { executablePath: system, args: quiet };
  if (process.platform === "linux" && process.arch === "x64") {
    return { executablePath: await sparticuz.executablePath(), args: [...quiet, "--no-sandbox"] };
  }
  throw new Error("The journeys need a browser: install Chrome or Chromium, or run `npx playwright install chromium`.");
}

const quiet = [
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

const onMacOs = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

function namesOnPath(): string[] {
  const names = ["google-chrome-stable", "google-chrome", "chromium", "chromium-browser"];
  return (process.env.PATH ?? "")
    .split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, name)));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
