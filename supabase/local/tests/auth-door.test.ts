import { expect, test } from "vitest";
import { throughAuthDoor } from "../auth-door";

const refusing = async () => Response.json({ error_code: "invalid_credentials" }, { status: 400 });
const signIn = (body: object) =>
  new Request("http://127.0.0.1/auth/v1/token?grant_type=password", { method: "POST", body: JSON.stringify(body) });

test("many wrong passwords at once cost as much for an address without an account as for one that has one", async () => {
  const withAccount = await timeOf(
    24,
    throughAuthDoor(refusing, async () => true),
  );
  const without = await timeOf(
    24,
    throughAuthDoor(refusing, async () => false),
  );
  // The service itself hashes for those with an account; here it does not, so the door's own work is what is seen.
  expect(without).toBeGreaterThan(withAccount + 200);
});

test("an address is looked up the way the service does it, in small letters", async () => {
  const asked: string[] = [];
  const door = throughAuthDoor(refusing, async (email) => asked.push(email) > 0);
  await door(signIn({ email: "Editor@KRCLA.example", password: "wrong" }));
  expect(asked).toEqual(["editor@krcla.example"]);
});

test("what is no address and no password is refused like any other, and never reaches the service", async () => {
  const reached: string[] = [];
  const door = throughAuthDoor(
    async (request) => {
      reached.push(request.url);
      return Response.json({}, { status: 500 });
    },
    async () => true,
  );
  for (const body of [
    { email: "a@krcla.example", password: ["x"] },
    { email: 1, password: "x" },
    { email: "a@krcla.example" },
    { email: "a@krcla.example", password: "가".repeat(25) },
    [],
  ]) {
    const answer = await door(signIn(body));
    expect([answer.status, await answer.json()]).toEqual([
      400,
      expect.objectContaining({ error_code: "invalid_credentials" }),
    ]);
  }
  expect(reached).toEqual([]);
});

test("a sign-up with an open link that fails says no more than that, whatever the reason", async () => {
  const answers = ["user_already_exists", "unexpected_failure"].map(async (error_code) => {
    const door = throughAuthDoor(
      async (request) =>
        request.url.includes("/rpc/") ? Response.json(true) : Response.json({ error_code }, { status: 422 }),
      async () => true,
    );
    const body = JSON.stringify({ email: "a@krcla.example", password: "x", data: { invitation: "token" } });
    const answer = await door(new Request("http://127.0.0.1/auth/v1/signup", { method: "POST", body }));
    return [answer.status, await answer.text()];
  });
  const [taken, failed] = await Promise.all(answers);
  expect(taken).toEqual(failed);
});

async function timeOf(many: number, door: ReturnType<typeof throughAuthDoor>): Promise<number> {
  const began = performance.now();
  await Promise.all(Array.from({ length: many }, () => door(signIn({ email: "a@krcla.example", password: "wrong" }))));
  return performance.now() - began;
}
