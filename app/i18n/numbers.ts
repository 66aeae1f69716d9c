/**
 * Whoever writes numbers into our sentences knows a language by its tag alone, and writes Spanish as in Spain: 1.000, which
 * here would be one. So its numbers are written as its dates are: as in the United States.
 */
export function writeNumbersAsDates(): void {
  Object.assign(Intl, {
    NumberFormat: class extends Intl.NumberFormat {
      constructor(tag: string, options?: Intl.NumberFormatOptions) {
        super(tag === "es" ? "es-US" : tag, options);
      }
    },
  });
}
