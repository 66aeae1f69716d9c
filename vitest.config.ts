import { configDefaults, defineConfig } from "vitest/config";
import { sealedAs } from "./scripts/sealed-as";

/** Tests of time answer alike wherever the server stands. */
const timeTests = ["app/**/*time*.test.ts"];
const policyTests = ["supabase/tests/**/*.test.ts", "worker/**/*.test.ts"];
const stackTests = ["supabase/local/**/*.test.ts", "server/launch/**/*.test.ts"];
const httpTests = ["tests/http/**/*.test.ts"];

const apart = [...timeTests, ...policyTests, ...stackTests, ...httpTests];
const exclude = [...configDefaults.exclude, "build/**", ".data/**"];
/** Projects of one group run at the same time; those that start servers come one after the other. */
const inGroup = (groupOrder: number) => ({ sequence: { groupOrder } });
/** A test that hangs ends; one that a busy machine slows down does not. */
const patience = { testTimeout: 60_000, hookTimeout: 60_000 };
const project = (name: string, include: string[], test: object = {}) => ({
  extends: "./vite.config.ts",
  test: { name, include, exclude, ...patience, ...test },
});

export default defineConfig({
  test: {
    allowOnly: false,
    maxWorkers: 2,
    projects: [
      project("unit", ["**/*.test.ts"], { exclude: [...exclude, ...apart] }),
      ...["UTC", "America/Los_Angeles", "Asia/Seoul"].map((TZ) => project(TZ, timeTests, { env: { TZ } })),
      project("dom", ["**/*.test.tsx"], { environment: "jsdom" }),
      project("policy", policyTests, {
        ...inGroup(1),
        env: { SEALED_AS: sealedAs() ?? "" },
        globalSetup: "supabase/tests/support/global-setup.ts",
      }),
      project("stack", stackTests, inGroup(2)),
      project("http", httpTests, {
        ...inGroup(3),
        globalSetup: "tests/http/global-setup.ts",
      }),
    ],
  },
});
