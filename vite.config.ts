import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import remixOptions from "./remix.config.js";
import { compiledMessages } from "./scripts/compiled-messages";
import { feedsAsBuilt } from "./scripts/feeds-as-built";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

const tested = process.env.VITEST !== undefined;

export default defineConfig({
  plugins: [tailwindcss(), tested ? [] : [compiledMessages(), remix(remixOptions)]],
  define: { "import.meta.env.FEEDS_AS_BUILT": JSON.stringify(feedsAsBuilt()) },
  resolve: { alias: { "~": fileURLToPath(new URL("./app", import.meta.url)) } },
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    minify: "terser",
    terserOptions: { ecma: 2020, module: true, compress: { passes: 3, pure_getters: true } },
  },
});
