import { cruise, type ICruiseOptions, type ICruiseResult, type IResolveOptions } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import rules from "../../.dependency-cruiser.js";

/** The folders that hold source; one that is absent is passed over. */
export const sourceFolders = ["app", "server", "worker", "supabase", "scripts", "tests", "bench"];

/** Every import that breaks a rule of .dependency-cruiser.js, as `rule: from → to`. */
export async function findLayerViolations(root: string, folders: string[]): Promise<string[]> {
  const options: ICruiseOptions = {
    ...withoutTsConfig(rules.options),
    baseDir: root,
    validate: true,
    ruleSet: { forbidden: rules.forbidden },
  };
  const tsConfig = extractTSConfig(`${root}/tsconfig.json`);
  const resolution = { ...rules.options?.enhancedResolveOptions, alias: { "~": `${root}/app` } };
  const { output } = await cruise(folders, options, resolution as Partial<IResolveOptions>, { tsConfig });
  const { summary } = output as ICruiseResult;
  if (summary.totalCruised === 0) return ["nothing was read: the rules were not tried on any file"];
  return summary.violations.map(({ rule, from, to, cycle }) => {
    const way = cycle ? cycle.map((step) => step.name).join(" → ") : to;
    return `${rule.name}: ${from} → ${way}`;
  });
}

/** The alias is given below, from the root that is read; the file name is for the command line tool. */
function withoutTsConfig({ tsConfig: _, ...options }: NonNullable<typeof rules.options> = {}) {
  return options;
}
