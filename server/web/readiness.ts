import { data, databaseAs } from "../../app/platform/supabase.server";

export type Readiness = { isReady(): boolean; stop(): void };

/** Asks until the installation is migrated and prepared; from then on it is ready. */
export function watchReadiness(everyMs = 150): Readiness {
  let ready = false;
  let timer: NodeJS.Timeout | undefined;

  async function ask() {
    try {
      const answer = await data(databaseAs().rpc("installation"));
      ready = typeof answer === "object" && answer !== null && "ready" in answer && answer.ready === true;
    } catch {
      ready = false;
    }
    if (!ready) timer = setTimeout(ask, everyMs);
  }

  void ask();
  return { isReady: () => ready, stop: () => clearTimeout(timer) };
}
