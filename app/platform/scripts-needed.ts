import { useMatches } from "@remix-run/react";

/**
 * Whether this page needs its scripts: not where a visitor only reads, which its loader says with `readAlone`. Once a
 * document has them, whatever it leads to keeps them.
 */
export function useScriptsNeeded(isVisitor: boolean): boolean {
  const page = useMatches().at(-1)?.data;
  return typeof document !== "undefined" || !isVisitor || !isReadAlone(page);
}

/** Its links and forms are the browser's own, and nothing on it is drawn or pressed by script. */
function isReadAlone(data: unknown): boolean {
  return typeof data === "object" && data !== null && "readAlone" in data && data.readAlone === true;
}
