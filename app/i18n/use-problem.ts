import { useTranslations } from "use-intl";
import type { Problem } from "~/platform/refusal";

/** Turns a problem into its sentence in the reader's language; an unknown one into the general sentence. */
export function useProblem(): (problem: Problem) => string {
  const t = useTranslations("problem");
  const say = t as (key: Problem["key"], values?: Problem["values"]) => string;
  return ({ key, values }) => (t.has(key) ? say(key, values) : t("unexpected"));
}
