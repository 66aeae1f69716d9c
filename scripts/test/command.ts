import { type ChildProcess, spawn } from "node:child_process";

/** What a command left: its exit code (1 when it was stopped) and, unless it was shown at once, its output. */
export type Outcome = { code: number; output: string; seconds: number };
export type CommandOptions = { show?: boolean; minutes: number; env: NodeJS.ProcessEnv };

/** Runs a command of node_modules/.bin or Node itself, without stdin, for a limited time. */
export function runCommand([command = "", ...args]: string[], { show = false, minutes, env }: CommandOptions) {
  return new Promise<Outcome>((resolve) => {
    const began = performance.now();
    const child = spawn(command, args, {
      env,
      detached: true,
      stdio: ["ignore", show ? "inherit" : "pipe", show ? "inherit" : "pipe"],
    });
    running.add(child);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
    const tooLong = setTimeout(() => {
      output += `\nStopped after ${minutes} minutes.\n`;
      stop(child);
    }, minutes * 60_000);
    const end = (code: number) => {
      clearTimeout(tooLong);
      running.delete(child);
      resolve({ code, output, seconds: (performance.now() - began) / 1000 });
    };
    child.on("error", (error) => {
      output += error.message;
      end(1);
    });
    child.on("close", (code) => end(code ?? 1));
  });
}

/** Stops whatever is still running, with everything it started. */
export function stopAllCommands() {
  for (const child of running) stop(child);
}

const running = new Set<ChildProcess>();

function stop({ pid }: ChildProcess) {
  if (pid === undefined) return;
  signal(pid, "SIGTERM");
  setTimeout(() => signal(pid, "SIGKILL"), 20_000).unref();
}

function signal(pid: number, name: NodeJS.Signals) {
  try {
    process.kill(-pid, name);
  } catch {
    // The group has ended by itself.
  }
}
