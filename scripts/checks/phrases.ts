import type { SourceFile } from "./tree";

/** Words and calls that the product does without, wherever they stand. */
export function findUnwantedPhrases(files: SourceFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    text
      .split("\n")
      .flatMap((line, index) =>
        unwanted
          .filter(({ phrase, within, except }) => within.test(path) && !except?.test(path) && phrase.test(line))
          .map(({ why }) => `${path}:${index + 1}: ${why}`),
      ),
  );
}

const code = /^(app|server|worker|supabase|scripts|tests|bench)\/.*\.(ts|tsx|js|mjs)$/;
const product = /^(app|server|worker|supabase)\/.*\.(ts|tsx|js|mjs)$/;
const these = /^scripts\/checks\//;

const unwanted: { phrase: RegExp; within: RegExp; except?: RegExp; why: string }[] = [
  { phrase: /\uBD88\uBC95\s*\uCCB4\uB958/, within: /./, why: "say 서류미비" },
  { phrase: /\billegal (alien|immigrant)s?\b/i, within: /./, except: these, why: "say undocumented" },
  { phrase: /\bTODO\b|\bFIXME\b|\bXXX\b/, within: code, except: these, why: "finish it, or open an issue" },
  { phrase: /@ts-ignore|@ts-nocheck/, within: code, except: these, why: "mend the type" },
  {
    phrase: /\bconsole\.(log|debug|info)\(/,
    within: /^(app|worker)\//,
    why: "product code does not write to the console",
  },
  {
    phrase: /\.toLocale(Date|Time)?String\(/,
    within: /^app\//,
    why: "Node and browsers format differently: use platform/time",
  },
  {
    phrase: /\b(test|it|describe)(\.\w+)*\.(skip|todo|only|fails|skipIf|runIf|fixme)\b/,
    within: code,
    except: these,
    why: "every test runs",
  },
  {
    phrase: /import \{[^}]*\} from "lucide-react"/,
    within: product,
    why: "import the icon by its path: lucide-react/icons/<name>",
  },
  {
    phrase: /import \{[^}]*\b(json|defer)\b[^}]*\} from "@remix-run\/node"/,
    within: product,
    why: "bare objects, data() and redirect()",
  },
  {
    phrase: /dangerouslySetInnerHTML/,
    within: /^app\/(?!root\.tsx|entry\.)/,
    except: /^app\/ui\/structured-data(\.test)?\.tsx$/,
    why: "React escapes what people typed",
  },
];
