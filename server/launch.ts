import { CannotStart, sentenceFor } from "../supabase/local/cannot-start";
import { launchHamkke } from "./launch/launch-hamkke";
import { readSettings } from "./launch/settings";

/** Starts everything and stays until it is told to stop, or until a part of it fails. */
export async function launch(root: string): Promise<void> {
  try {
    const hamkke = await launchHamkke(root, readSettings(process.env));
    stopOnSignals(hamkke.stop, hamkke.kill);
    const failure = await hamkke.ended;
    if (failure !== undefined) throw new CannotStart(failure);
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${sentenceFor(error)}\n`);
    process.exit(1);
  }
}

/** The first signal asks everything to finish; a second one does not wait. */
function stopOnSignals(stop: () => void, kill: () => void): void {
  let asked = false;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (asked) {
        kill();
        process.exit(1);
      }
      asked = true;
      stop();
    });
  }
}
