import compile from "icu-minify/compile";
import { type Plugin, runnerImport } from "vite";

/** Groups of sentences for pages that few people open often: they come with those pages, together with their neighbours. */
const APART: Record<string, string[]> = {
  account: [
    ...["invitation", "mail", "mailKind", "mailProblem", "mailbox", "mailedLink", "members", "settings", "signOut"],
    "welcome",
  ],
  calendars: ["calendars", "feeds", "imports", "subscription"],
  campaigns: ["campaigns", "plan"],
  finding: ["finding"],
  front: ["front"],
  gatherings: ["flyer", "history", "onTheDay", "preview", "signup"],
  gatheringForms: ["clashes", "templates"],
  hosts: ["hosts"],
  letters: ["letters"],
  items: ["items"],
  repeating: ["repeating"],
  resources: ["exchange", "handingOut", "posting", "resources", "truth"],
  signIn: ["signIn"],
  signups: ["signups"],
  totals: ["totals"],
  volunteers: ["tally", "volunteers"],
};
const bundles = Object.entries(APART).map(([bundle, groups]) => ({
  bundle,
  uses: new RegExp(`\\b(?:useTranslations\\("(?:${groups.join("|")})"\\)|t\\("(?:${groups.join("|")})\\.)`),
}));
const BUNDLE = "messages-apart-";

type Sentences = { [key: string]: string | Sentences };

/**
 * Compiles the sentences that browsers get, so that they need no parser of ICU messages; the server keeps the sentences
 * themselves, the parser that says what is wrong with one, and what it says before any page is reached. A component that
 * uses a group that comes apart waits for it.
 */
export function compiledMessages(): Plugin {
  return {
    name: "compiled-messages",
    enforce: "pre",
    resolveId(source, importer, { ssr }) {
      if (ssr) return;
      if (source === "use-intl/format-message") return this.resolve(`${source}/format-only`, importer);
      if (source.startsWith(BUNDLE)) return `\0${source}`;
    },
    load(id) {
      if (id.startsWith(`\0${BUNDLE}`)) return moduleOf(id.slice(BUNDLE.length + 1));
    },
    async transform(code, id, { ssr } = {}) {
      if (ssr) return;
      const needed = /\.tsx?$/.test(id) ? bundles.filter(({ uses }) => uses.test(code)) : [];
      if (needed.length > 0) {
        return { code: `${needed.map(({ bundle }) => `import "${BUNDLE}${bundle}";\n`).join("")}${code}`, map: null };
      }
      const file = /\/app\/i18n\/messages\/[a-z-]+\.ts(?:\?apart=([a-z]+))?$/i.exec(id);
      if (!file) return;
      const path = id.split("?")[0] ?? id;
      const { module, dependencies } = await runnerImport<{ default: Record<string, Sentences> }>(path, {
        configFile: false,
      });
      for (const group of dependencies) this.addWatchFile(group);
      const { server: _saidWithoutAPage, ...shown } = module.default;
      const groups = Object.entries(shown).filter(([name]) => bundleOf(name) === file[1]);
      return { code: `export default ${JSON.stringify(compileAll(Object.fromEntries(groups)))}`, map: null };
    },
  };
}

const bundleOf = (group: string) => Object.keys(APART).find((bundle) => APART[bundle]?.includes(group));

/** Whatever imports this module is there only when its sentences are. */
function moduleOf(bundle: string): string {
  return `
    import { addMessages } from "~/i18n/messages.client";
    const files = import.meta.glob("/app/i18n/messages/*.ts", { import: "default", query: "?apart=${bundle}" });
    await addMessages(files, document.documentElement.lang);
  `;
}

function compileAll(sentences: Sentences): object {
  return Object.fromEntries(
    Object.entries(sentences).map(([key, value]) => [
      key,
      typeof value === "string" ? compile(value) : compileAll(value),
    ]),
  );
}
