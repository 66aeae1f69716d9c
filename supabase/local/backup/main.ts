import { sentenceFor } from "../cannot-start";
import { restoreBackup } from "./restore-backup";
import { takeBackup } from "./take-backup";

// `npm run backup -- <folder>` and `npm run restore -- <folder>`, of the data folder that HAMKKE_DATA names.
const [verb, folder] = process.argv.slice(2);
const dataFolder = process.env.HAMKKE_DATA || ".data";
try {
  if (!folder || (verb !== "backup" && verb !== "restore")) say(`Which folder? npm run ${verb} -- /somewhere/else`, 1);
  else if (verb === "backup") await back(folder);
  else await restore(folder);
} catch (error) {
  say(sentenceFor(error), 1);
}

async function back(folder: string): Promise<void> {
  const { files, whileServing } = await takeBackup(dataFolder, folder);
  say(
    `${folder} holds a backup of ${dataFolder}: ${files} files, copied ${whileServing ? "while Hamkke serves" : "at rest"}.`,
  );
}

async function restore(folder: string): Promise<void> {
  const { taken_at } = await restoreBackup(folder, dataFolder);
  say(
    `${dataFolder} is as it was on ${taken_at}. Everybody signs in anew; what was closed or withdrawn since is open again.`,
  );
}

function say(sentence: string, code = 0): void {
  process.stdout.write(`${sentence}\n`);
  process.exitCode = code;
}
