import compile from "icu-minify/compile";
import { type Plugin, transformWithEsbuild } from "vite";

type Sentences = { [key: string]: string | Sentences };

/**
 * Compiles the sentences that browsers get, so that they need no parser of ICU messages; the server keeps the sentences
 * themselves, the parser that says what is wrong with one, and what it says before any page is reached.
 */
export function compiledMessages(): Plugin {
  return {
    name: "compiled-messages",
    enforce: "pre",
    resolveId(source, importer, { ssr }) {
      if (!ssr && source === "use-intl/format-message") return this.resolve(`${source}/format-only`, importer);
    },
    async transform(code, id, { ssr } = {}) {
      if (ssr || !/\/app\/i18n\/messages\/[a-z-]+\.ts$/i.test(id)) return;
      const { code: script } = await transformWithEsbuild(code, id, { loader: "ts", format: "esm" });
      const module = await import(`data:text/javascript;base64,${Buffer.from(script).toString("base64")}`);
      const { server: _saidWithoutAPage, ...shown } = module.default;
      return { code: `export default ${JSON.stringify(compileAll(shown))}`, map: null };
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
