import { type Child, startChild } from "./child";

/** The processes of one Hamkke: they start one by one, and end together. */
export type Crew = {
  /** Starts one more; if it ends before the others were told to stop, all stop. */
  start: (name: string, script: string, env: Record<string, string | undefined>) => Child;
  isStopping: () => boolean;
  /** Asks all to finish, the foundation last. */
  stop: () => Promise<void>;
  /** Ends all at once. */
  kill: () => void;
  /** Resolves when all are gone: with nothing when they were told to stop, else with the sentence that says why. */
  ended: Promise<string | undefined>;
};

/** Makes a crew of nobody yet. `foundation` names the one the others stand on; it stops when they are gone. */
export function gatherCrew(foundation: string): Crew {
  const children: Child[] = [];
  let stopping = false;
  let finish: (failure: string | undefined) => void = () => {};
  const ended = new Promise<string | undefined>((resolve) => {
    finish = resolve;
  });

  async function stop(failure?: string): Promise<void> {
    if (stopping) return;
    stopping = true;
    await Promise.all(children.filter(({ name }) => name !== foundation).map((child) => child.stop()));
    await Promise.all(children.map((child) => child.stop()));
    finish(failure);
  }

  return {
    start(name, script, env) {
      const child = startChild(name, script, env);
      children.push(child);
      child.ended.then(stop);
      return child;
    },
    isStopping: () => stopping,
    stop: () => stop(),
    kill() {
      for (const child of children) child.kill();
    },
    ended,
  };
}
