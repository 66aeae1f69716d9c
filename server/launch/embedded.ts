import { CannotStart } from "../../supabase/local/cannot-start";
import { alreadyServed, lockHolder } from "../../supabase/local/lock";
import { knownPlace, openDataFolder } from "../../supabase/local/place";
import { choosePorts } from "../../supabase/local/ports";
import { readSecrets } from "../../supabase/local/secrets";
import { type Beginning, beginningOf } from "./beginning";
import type { Settings } from "./settings";

/** What the others must know of the stack before it has started. */
export type Embedded = {
  folder: string;
  beginning: Beginning;
  supabaseUrl: string;
  publishableKey: string;
  serverSecret: string;
  /** Absent where the folder began empty. */
  demonstrationPassword: string | undefined;
};

/** Opens the data folder for a stack, or says why it cannot have one. */
export async function openEmbedded(settings: Settings): Promise<Embedded> {
  const folder = openDataFolder(settings.dataFolder);
  const holder = await lockHolder(knownPlace(folder));
  if (holder !== undefined) throw new CannotStart(alreadyServed(settings.dataFolder, holder));
  const beginning = beginningOf(folder, settings.demonstration);
  const { publishableKey, serverSecret } = await readSecrets(folder);
  const { gateway } = await choosePorts(folder);
  return {
    folder,
    beginning,
    supabaseUrl: `http://127.0.0.1:${gateway}`,
    publishableKey,
    serverSecret,
    demonstrationPassword: beginning === "demonstration" ? settings.demonstrationPassword : undefined,
  };
}
