import { intlTag } from "./intl-tag";

/**
 * Whoever writes numbers into our sentences knows a language by its tag alone, and writes Spanish as in Spain: 1.000, which
 * here would be one. So its numbers are written as its dates are.
 */
export function writeNumbersAsDates(): void {
  Object.defineProperty(Intl, "NumberFormat", {
    configurable: true,
    value: new Proxy(Intl.NumberFormat, {
      construct: (target, [tag, options]) => new target(tag === "es" ? intlTag(tag) : tag, options),
    }),
  });
}
