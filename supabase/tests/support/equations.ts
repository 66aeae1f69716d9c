/** A sum of unknowns that somebody knows: how often each is in it, by its name, and what it comes to. */
export type Equation = { parts: Map<string, number>; sum: number };

/**
 * Whether linear algebra gives whoever knows these equations anything of one owner alone: a number, a correction, or any sum of
 * them. It does exactly when the equations span more with the owner's unknowns than without them.
 */
export function canSolveFor(owner: string, ownerOf: (unknown: string) => string, equations: Equation[]): boolean {
  const unknowns = [...new Set(equations.flatMap(({ parts }) => [...parts.keys()]))];
  const others = unknowns.filter((one) => ownerOf(one) !== owner);
  return rankOf(equations, unknowns) > rankOf(equations, others);
}

/** The equations of somebody who knows these unknowns already: what remains to be found out. */
export function without(known: ReadonlyMap<string, number>, equations: Equation[]): Equation[] {
  return equations.map(({ parts, sum }) => ({
    parts: new Map([...parts].filter(([unknown]) => !known.has(unknown))),
    sum: [...parts].reduce((rest, [unknown, times]) => rest - times * (known.get(unknown) ?? 0), sum),
  }));
}

/** Whether counts that cannot be below nothing come to nothing together, so that each of them must be nothing. */
export function mustAllBeNothing({ parts, sum }: Equation): boolean {
  return parts.size > 0 && sum <= 0 && [...parts.values()].every((times) => times > 0);
}

/** Gauss over the whole numbers, so that nothing is rounded. */
function rankOf(equations: Equation[], unknowns: string[]): number {
  const rows = equations.map(({ parts }) => unknowns.map((unknown) => BigInt(parts.get(unknown) ?? 0)));
  let rank = 0;
  for (let column = 0; column < unknowns.length && rank < rows.length; column += 1) {
    const at = rows.findIndex((row, index) => index >= rank && row[column] !== 0n);
    const pivot = rows[at];
    if (!pivot) continue;
    rows[at] = rows[rank] as bigint[];
    rows[rank] = pivot;
    for (let below = rank + 1; below < rows.length; below += 1) {
      const row = rows[below] as bigint[];
      const factor = row[column] as bigint;
      if (factor !== 0n)
        rows[below] = row.map((value, j) => value * (pivot[column] as bigint) - (pivot[j] as bigint) * factor);
    }
    rank += 1;
  }
  return rank;
}
