import { importQuietly } from "./import-quietly";

// Both wait for the quiet import: whoever loads supabase-js first makes it speak.
await importQuietly(() => import("@supabase/supabase-js"), /^⚠️ {1,2}Node\.js 20 and below are deprecated/);
const { startWeb } = await import("./start-web");

await startWeb({ project: new URL("../../", import.meta.url) });
