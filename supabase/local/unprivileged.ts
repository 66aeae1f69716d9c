import { execFileSync, spawnSync } from "node:child_process";
import { CannotStart } from "./cannot-start";

/** The user Postgres runs as. It refuses to run as root; anybody else runs it as themselves (`undefined`). */
export type Unprivileged = { uid: number; gid: number };

/** Finds the user to run Postgres as, making one when root starts Hamkke on a machine that has none. */
export function findUnprivileged(): Unprivileged | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const known = NAMES.map(idsOf).find((ids) => ids !== undefined);
  if (known) return known;
  try {
    execFileSync(
      "useradd",
      ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", NAMES[0]],
      {
        stdio: "ignore",
      },
    );
  } catch {
    throw new CannotStart(
      "Postgres refuses to run as root and no user could be made for it; start Hamkke as an ordinary user.",
    );
  }
  return idsOf(NAMES[0]);
}

/** Whether that user may pass through a folder; asked of the system, so that access lists count too. */
export function canEnter(folder: string, user: Unprivileged | undefined): boolean {
  return spawnSync("/bin/sh", ["-c", 'test -x "$1"', "sh", folder], { cwd: "/", ...user }).status === 0;
}

/** Whether that user may run a program where it lies. */
export function canRun(program: string, user: Unprivileged | undefined): boolean {
  return spawnSync(program, ["--version"], { cwd: "/", stdio: "ignore", ...user }).status === 0;
}

const NAMES = ["postgres", "_postgres"] as const;

function idsOf(name: string): Unprivileged | undefined {
  const id = (flag: string) => spawnSync("id", [flag, name], { encoding: "utf8" });
  const [user, group] = [id("-u"), id("-g")];
  if (user.status !== 0 || group.status !== 0) return undefined;
  return { uid: Number(user.stdout), gid: Number(group.stdout) };
}
