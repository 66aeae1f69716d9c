import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CannotStart } from "../../supabase/local/cannot-start";

export type Beginning = "demonstration" | "empty";

/** How a data folder is served: as it began, whatever it is asked for later. A new one begins as it is asked. */
export function beginningOf(dataFolder: string, demonstrationWanted: boolean): Beginning {
  const begun = readBeginning(dataFolder);
  if (begun === "demonstration" && !demonstrationWanted) {
    throw new CannotStart(
      `The folder ${dataFolder} holds the demonstration; start it without HAMKKE_DEMO=off, or name another folder with HAMKKE_DATA.`,
    );
  }
  return begun ?? (demonstrationWanted ? "demonstration" : "empty");
}

/** Remembers the beginning, once the database exists. */
export function rememberBeginning(dataFolder: string, beginning: Beginning): void {
  if (!existsSync(notePath(dataFolder))) writeFileSync(notePath(dataFolder), `${beginning}\n`);
}

const notePath = (dataFolder: string) => join(dataFolder, "begun-as");

function readBeginning(dataFolder: string): Beginning | undefined {
  if (!existsSync(notePath(dataFolder))) return undefined;
  return readFileSync(notePath(dataFolder), "utf8").trim() === "demonstration" ? "demonstration" : "empty";
}
