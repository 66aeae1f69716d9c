import { type ChildProcess, fork } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";

/** One of the processes, as the launcher sees it. */
export type Child = {
  name: string;
  /** Resolves when it ended, with the sentence to say if nobody had asked it to. */
  ended: Promise<string>;
  onMessage: (listen: (message: object) => void) => void;
  /** Asks it to finish; resolves when it and everything it started are gone. */
  stop: () => Promise<void>;
  /** Ends it and everything it started, at once. */
  kill: () => void;
};

/** Starts a built process in a group of its own, so that a terminal's Ctrl-C reaches the launcher alone. */
export function startChild(name: string, script: string, env: Record<string, string | undefined>): Child {
  const child = fork(script, [], {
    detached: true,
    env: { ...passedOn(), ...env },
    execArgv: ["--enable-source-maps"],
    stdio: ["ignore", 2, 2, "ipc"],
  });
  let failure: string | undefined;
  const listeners: ((message: object) => void)[] = [];
  child.on("message", (message: object) => {
    if ("failed" in message) failure = inWords(name, String(message.failed));
    for (const listen of listeners) listen(message);
  });
  const ended = new Promise<string>((resolve) => {
    child.on("error", (error) => resolve(`The ${name} could not be started: ${error.message}.`));
    child.on("exit", (code, signal) => {
      resolve(failure ?? `The ${name} ended unexpectedly (${signal ?? `exit code ${code}`}).`);
    });
  });
  return {
    name,
    ended,
    onMessage: (listen) => listeners.push(listen),
    stop: () => stopGroup(child, ended),
    kill: () => signalGroup(child, "SIGKILL"),
  };
}

const PATIENCE = 20_000;

/** A sentence is passed on as it is; a system's code becomes one. */
function inWords(name: string, failure: string): string {
  return /^E[A-Z]+$/.test(failure) ? `The ${name} cannot listen (${failure}).` : failure;
}

/** What any Node program may know of its surroundings; nothing that opens a door. */
function passedOn(): NodeJS.ProcessEnv {
  const names = [
    "PATH",
    "HOME",
    "TMPDIR",
    "TZ",
    "LANG",
    "NODE_ENV",
    "NODE_OPTIONS",
    "NODE_EXTRA_CA_CERTS",
    "LOG_LEVEL",
  ];
  return Object.fromEntries(names.map((name) => [name, process.env[name]])) as NodeJS.ProcessEnv;
}

async function stopGroup(child: ChildProcess, ended: Promise<string>): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill("SIGTERM");
    await Promise.race([ended, pause(PATIENCE, undefined, { ref: false })]);
  }
  await endGroup(child);
}

/** A process that crashed leaves behind what it had started: Postgres, above all, which is asked before it is made to. */
async function endGroup(child: ChildProcess): Promise<void> {
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    if (!signalGroup(child, signal)) return;
    for (let tries = 0; tries < 100; tries++) {
      if (!signalGroup(child, 0)) return;
      await pause(50);
    }
  }
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals | 0): boolean {
  if (child.pid === undefined) return false;
  try {
    return process.kill(-child.pid, signal);
  } catch {
    return false;
  }
}
