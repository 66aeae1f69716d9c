/**
 * Presses that this device has not sent yet, each under a key of its own, so that two tabs never write over one another.
 * The keys name the person: who signs in later on the same computer does not send them.
 */
export function waitingPresses(storage: Storage, person: string, path: string) {
  const prefix = `hamkke tally ${person} ${path} `;
  return {
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
