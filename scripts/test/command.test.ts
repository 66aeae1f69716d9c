import { expect, test } from "vitest";
import { runCommand } from "./command";

const run = (script: string, minutes = 1) =>
  runCommand([process.execPath, "-e", script], { minutes, env: process.env });

test("what a command prints and how it leaves is kept", async () => {
  expect(await run("console.log('one'); console.error('two'); process.exit(3)")).toMatchObject({ code: 3 });
  const { code, output } = await run("console.log('one'); console.error('two')");
  expect([code, output.split("\n").sort().join(" ").trim()]).toEqual([0, "one two"]);
});

test("a command finds no stdin", async () => {
  const { output } = await run("process.stdin.on('end', () => console.log('ended')).resume()");
  expect(output).toBe("ended\n");
});

test("a command that is not there has failed", async () => {
  const { code, output } = await runCommand(["no-such-command"], { minutes: 1, env: process.env });
  expect([code, output]).toEqual([1, expect.stringContaining("ENOENT")]);
});

test("a command that takes too long is stopped with everything it started, and has failed", async () => {
  const lasting = "setInterval(() => {}, 1000)";
  // The grandchild holds the same output: the run ends only when both are gone.
  const script = `require("child_process").spawn(process.execPath, ["-e", "${lasting}"], { stdio: "inherit" }); ${lasting}`;
  const { code, output, seconds } = await run(script, 0.02);
  expect([code, output]).toEqual([1, expect.stringContaining("Stopped after 0.02 minutes.")]);
  expect(seconds).toBeLessThan(15);
});

test("a command that was killed has failed", async () => {
  expect((await run("process.kill(process.pid, 'SIGKILL')")).code).toBe(1);
});
