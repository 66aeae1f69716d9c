import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";

const LOCK = "build/lock";
let mine = false;

/**
 * Two starts at once do not install or build into one folder: the later one waits until the earlier one is done or gone.
 * @param {(sentence: string) => void} say
 */
export function takeTurn(say) {
  mkdirSync("build", { recursive: true });
  for (let told = false; !mine; told = true) {
    mine = isTaken();
    if (mine) continue;
    const holder = existsSync(LOCK) ? Number(readFileSync(LOCK, "utf8")) : 0;
    if (!told) say("Another start is installing or building in this folder; waiting for it.");
    if (isRunning(holder)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
    else rmSync(LOCK, { force: true });
  }
}

/** Lets the next one in. */
export function endTurn() {
  if (mine) rmSync(LOCK, { force: true });
  mine = false;
}

process.on("exit", endTurn);

function isTaken() {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: "wx" });
    return true;
  } catch {
    return false;
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}
