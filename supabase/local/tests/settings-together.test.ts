import type { Sql } from "postgres";
import { expect, test } from "vitest";
import { sendSettingsTogether } from "../settings-together";

const become = "SELECT set_config('role', $1, true)";
const claims = "SELECT set_config('request.jwt.claims', $1, true)";

/** A connection that notes what was sent, and answers when it is told to. */
async function connectionTo(answers: Record<string, Promise<unknown>>) {
  const sent: string[] = [];
  const unsafe = (text: string) => {
    sent.push(text);
    return answers[text] ?? Promise.resolve([{ text }]);
  };
  const driver = { reserve: async () => ({ unsafe }) } as unknown as Pick<Sql, "reserve">;
  sendSettingsTogether(driver);
  const connection = (await driver.reserve()) as unknown as {
    unsafe: (text: string, values: unknown[]) => Promise<unknown>;
  };
  return { sent, ask: (text: string) => connection.unsafe(text, []) };
}

test("who asks is said in one breath, and the question waits until it has been heard", async () => {
  let hear = () => {};
  const heard = new Promise<void>((resolve) => {
    hear = resolve;
  });
  const { sent, ask } = await connectionTo({ [claims]: heard });
  await ask("begin");
  await ask(become);
  await ask(claims);
  const asked = ask("select everything");
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(sent).toEqual(["begin", become, claims]);
  hear();
  expect(await asked).toEqual([{ text: "select everything" }]);
});

test("somebody whom the database did not become asks nothing, and what had begun is ended", async () => {
  const { sent, ask } = await connectionTo({ [become]: Promise.reject(new Error("no such role")) });
  await ask("begin");
  await ask(become);
  await ask(claims);
  await expect(ask("select everything")).rejects.toThrow("no such role");
  await ask("rollback");
  expect(sent).toEqual(["begin", become, claims, "rollback"]);
});

test("a failure while something else goes wrong does not keep the transaction open", async () => {
  const { sent, ask } = await connectionTo({ [become]: Promise.reject(new Error("no such role")) });
  await ask("begin");
  await ask(become);
  await ask("rollback");
  expect(sent.at(-1)).toBe("rollback");
});
