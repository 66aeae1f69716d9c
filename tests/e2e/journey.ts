import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from "@playwright/test";
import { password } from "../support/member";
import type { Local } from "../support/product";
import type { Language } from "../support/words";

export { expect };

type Journey = {
  /** Where the product runs. */
  local: Local;
  /** Another window of its own: of a member, or of a visitor when nobody is named. */
  windowOf(email: string | null, options?: WindowOptions): Promise<Page>;
  /** A window of somebody who has been here before: signed in, and type and scripts are there. Motion is reduced. */
  usualWindowOf(email: string | null, language: Language): Promise<Page>;
  /** Complaints of the browser that this journey provokes on purpose, such as a page that is not there. */
  expectComplaint(pattern: RegExp): void;
};

type WindowOptions = BrowserContextOptions & { language?: Language };

/** A journey: no window of it may complain about anything that was not expected. */
export const test = base.extend<Journey & { complaints: Complaints }, { usual: Map<string, BrowserContext> }>({
  usual: [
    async ({}, use) => {
      const usual = new Map<string, BrowserContext>();
      await use(usual);
      await Promise.all([...usual.values()].map((context) => context.close()));
    },
    { scope: "worker" },
  ],
  local: async ({}, use) => {
    if (!process.env.HAMKKE_JOURNEYS) throw new Error("The product was not started: run the journeys with Playwright.");
    await use(JSON.parse(process.env.HAMKKE_JOURNEYS) as Local);
  },
  baseURL: async ({ local }, use) => use(local.app_url),
  complaints: async ({}, use) => {
    const complaints: Complaints = { heard: [], expected: [] };
    await use(complaints);
    const unexpected = complaints.heard.filter((text) => !complaints.expected.some((pattern) => pattern.test(text)));
    expect(unexpected, "what the browser complained about").toEqual([]);
  },
  expectComplaint: async ({ complaints }, use) =>
    use((pattern) => {
      complaints.expected.push(pattern);
    }),
  windowOf: async ({ browser, complaints, contextOptions, local }, use) => {
    const open: Page[] = [];
    await use(async (email, options) => {
      const context = await openContext(browser, local, email, { ...contextOptions, ...options });
      const page = await context.newPage();
      await listen(page, complaints);
      open.push(page);
      return page;
    });
    await Promise.all(open.map((page) => page.context().close()));
  },
  usualWindowOf: async ({ browser, complaints, contextOptions, local, usual }, use) => {
    const open: Page[] = [];
    await use(async (email, language) => {
      const key = `${email} ${language}`;
      let context = usual.get(key);
      if (!context) {
        context = await openContext(browser, local, email, { ...contextOptions, language, reducedMotion: "reduce" });
        usual.set(key, context);
        const first = await context.newPage();
        await first.goto("/", { waitUntil: "networkidle" });
        await first.close();
      }
      const page = await context.newPage();
      await listen(page, complaints);
      open.push(page);
      return page;
    });
    await Promise.all(open.map((page) => page.close()));
  },
});

type Complaints = { heard: string[]; expected: RegExp[] };

async function openContext(
  browser: Browser,
  local: Local,
  email: string | null,
  { language = "en", ...options }: WindowOptions,
): Promise<BrowserContext> {
  const context = await browser.newContext({ ...options, baseURL: local.app_url, locale: spoken[language] });
  if (email) await signIn(context, local, email);
  return context;
}

const spoken = { en: "en-US", es: "es-MX", ko: "ko-KR" } as const satisfies Record<Language, string>;

async function signIn(context: BrowserContext, { app_url }: Local, email: string) {
  const response = await context.request.post("/sign-in", {
    form: { email, password },
    headers: { origin: new URL(app_url).origin },
    maxRedirects: 0,
  });
  expect(response.status(), `${email} signs in`).toBe(302);
}

async function listen(page: Page, { heard }: Complaints) {
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") heard.push(`${message.text()} (${page.url()})`);
  });
  page.on("pageerror", (error) => {
    heard.push(error.stack ?? error.message);
  });
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      console.error(`Content security policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
}
