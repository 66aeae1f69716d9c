import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { caughtRefusal } from "./refusal";
import { data, databaseAs } from "./supabase.server";

const answers = vi.fn<(headers: Headers, url: string) => Response>();

beforeEach(() => {
  vi.stubEnv("SUPABASE_URL", "https://database.test");
  vi.stubEnv("SUPABASE_PUBLISHABLE_KEY", "publishable");
  vi.stubEnv("SERVER_SECRET", "0123456789abcdef0123456789abcdef");
  vi.stubGlobal("fetch", async (input: RequestInfo | URL, init: RequestInit) =>
    answers(new Headers(init.headers), String(input instanceof Request ? input.url : input)),
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  answers.mockReset();
});

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });

test("a person's calls carry their token, a visitor's the publishable key, and each is counted", async () => {
  answers.mockImplementation((headers) => json(200, headers.get("authorization")));
  let calls = 0;
  const line = { onCall: () => calls++ };
  expect(await data(databaseAs("token", line).rpc("me"))).toBe("Bearer token");
  expect(await data(databaseAs(undefined, line).rpc("me"))).toBe("Bearer publishable");
  expect(calls).toBe(2);
});

test("a token of another installation still lets its bearer see what visitors see", async () => {
  answers.mockImplementation((headers) =>
    headers.get("authorization") === "Bearer stale"
      ? json(401, { code: "PGRST301", message: "no" })
      : json(200, "seen"),
  );
  const onRefusedToken = vi.fn();
  expect(await data(databaseAs("stale", { onRefusedToken }).rpc("front_page"))).toBe("seen");
  expect(onRefusedToken).toHaveBeenCalledTimes(1);
  expect(answers).toHaveBeenCalledTimes(2);
});

test("what a visitor is refused is not asked twice", async () => {
  answers.mockImplementation(() => json(401, { code: "42501", message: "permission denied" }));
  const thrown = await data(databaseAs().rpc("me")).catch((error: unknown) => error);
  expect(caughtRefusal(thrown)).toEqual({ problem: { key: "not_allowed" }, status: 403 });
  expect(answers).toHaveBeenCalledTimes(1);
});

test("a database that cannot be reached is a sentence, not a bug", async () => {
  answers.mockImplementation(() => {
    throw new TypeError("fetch failed");
  });
  const thrown = await data(databaseAs().from("coalitions").select()).catch((error: unknown) => error);
  expect(caughtRefusal(thrown)).toEqual({ problem: { key: "service_silent" }, status: 503 });
});
