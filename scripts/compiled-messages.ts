import compile from "icu-minify/compile";
import { type Plugin, transformWithEsbuild } from "vite";

/** Groups of sentences for pages that few people open often: they come with those pages. */
const APART = [
  "hosts",
  "calendars",
  "feeds",
  "imports",
  "invitation",
  "mail",
  "mailKind",
  "mailProblem",
  "mailbox",
  "mailedLink",
  "members",
  "repeating",
  "settings",
  "signOut",
  "signups",
  "subscription",
  "tally",
  "volunteers",
  "welcome",
];
const USES_APART = new RegExp(`\\b(?:useTranslations\\("(?:${APART.join("|")})"\\)|t\\("(?:${APART.join("|")})\\.)`);

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
      if (!ssr && source === "use-intl/format-message") return this.resolve(`${source}/format-only`, importer);
    },
    async transform(code, id, { ssr } = {}) {
      if (ssr) return;
      if (/\.tsx?$/.test(id) && USES_APART.test(code)) {
        return { code: `import "~/i18n/messages-apart.client";\n${code}`, map: null };
      }
      const file = /\/app\/i18n\/messages\/[a-z-]+\.ts(\?apart)?$/i.exec(id);
      if (!file) return;
      const apart = file[1] !== undefined;
      const { code: script } = await transformWithEsbuild(code, id, { loader: "ts", format: "esm" });
      const module = await import(`data:text/javascript;base64,${Buffer.from(script).toString("base64")}`);
      const { server: _saidWithoutAPage, ...shown } = module.default;
      const groups = Object.entries<Sentences>(shown).filter(([name]) => APART.includes(name) === apart);
      return { code: `export default ${JSON.stringify(compileAll(Object.fromEntries(groups)))}`, map: null };
    },
  };
}

function compileAll(sentences: Sentences): object {
  return Object.fromEntries(
    Object.entries(sentences).map(([key, value]) => [
      key,
      typeof value === "string" ? compile(value) : compileAll(value),
    ]),
  );
}
