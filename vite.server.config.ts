import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { sealedAs } from "./scripts/sealed-as";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The launcher and the three processes it starts, for Node. The Remix plugin builds the pages and knows no other entry. */
export default defineConfig({
  define: { "process.env.SEALED_AS": JSON.stringify(sealedAs()) },
  resolve: { alias: { "~": here("./app") } },
  build: {
    ssr: true,
    outDir: "build/node",
    emptyOutDir: true,
    copyPublicDir: false,
    target: "node20",
    minify: false,
    sourcemap: true,
    rollupOptions: {
      input: {
        launch: here("./server/launch.ts"),
        stack: here("./supabase/local/main.ts"),
        web: here("./server/web/main.ts"),
        worker: here("./worker/main.ts"),
      },
      output: { entryFileNames: "[name].js", chunkFileNames: "shared/[name]-[hash].js" },
    },
  },
});
