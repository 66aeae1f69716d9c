import type { Tally } from "./page";

/**
 * Presses that this device has not sent yet, each under a key of its own, so that two tabs never write over one another.
 * The keys name the person: who signs in later on the same computer does not send them.
 */
export function waitingPresses(storage: Storage, person: string, path: string) {
  const prefix = `hamkke tally ${person} ${path} `;
  const counted = `hamkke counted ${person} ${path}`;
  return {
    /** What the server counted, as far as this device knows: a page that opens without a connection may be older. */
    newest(tally: Tally): Tally {
      const known: Tally = JSON.parse(storage.getItem(counted) ?? "null") ?? tally;
      return Date.parse(known.at) > Date.parse(tally.at) ? known : tally;
    },
    remember(tally: Tally): void {
      storage.setItem(counted, JSON.stringify(tally));
    },
    list(): string[] {
      return Object.keys(storage)
        .filter((key) => key.startsWith(prefix))
        .sort()
        .map((key) => key.slice(prefix.length).replace(/^\S+ /, ""));
    },
    add(press: string, now: number): void {
      storage.setItem(`${prefix}${now} ${press}`, "1");
    },
    forget(presses: readonly string[]): void {
      for (const key of Object.keys(storage)) {
        if (key.startsWith(prefix) && presses.includes(key.slice(prefix.length).replace(/^\S+ /, ""))) {
          storage.removeItem(key);
        }
      }
    },
  };
}

export function amountOf(presses: readonly string[]): number {
  return presses.reduce((sum, press) => sum + Number(press.split("|")[1]), 0);
}
