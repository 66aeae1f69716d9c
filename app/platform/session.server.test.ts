import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { isDue, readSession, type Session, sessionCookie, sessionRefresher } from "./session.server";

const session: Session = { accessToken: "header.body.signature", refreshToken: "refresh", expiresAt: 1_800_000_000 };

describe("the session's cookie", () => {
  test("is out of reach of scripts and of other sites", () => {
    expect(sessionCookie(session, false)).toMatch(
      /^hamkke_session=[\w-]+; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/,
    );
  });

  test("is bound to this host and to https where there is https", () => {
    expect(sessionCookie(session, true)).toMatch(/^__Host-hamkke_session=.*; Path=\/; .*; SameSite=Lax; Secure$/);
  });

  test("brings back the session it was made of, among other cookies", () => {
    const pair = sessionCookie(session, false).split(";")[0];
    expect(readSession(`hamkke_lang=ko; ${pair}; other=1`, false)).toEqual(session);
  });

  test("is not read under the other name: plain http cannot plant a session for https", () => {
    const pair = sessionCookie(session, false).split(";")[0];
    expect(readSession(pair, true)).toBeNull();
  });

  test("is cleared at once when there is no session", () => {
    expect(sessionCookie(null, false)).toBe("hamkke_session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");
  });

  test.each(["", "hamkke_session=", "hamkke_session=%%%", "hamkke_session=e30", "hamkke_session=bnVsbA"])(
    "brings no session when it holds none: %j",
    (header) => {
      expect(readSession(header, false)).toBeNull();
    },
  );

  test.each([
    { a: "x\ny", r: "y", e: 1 },
    { a: "한글", r: "y", e: 1 },
    { a: "header.body.signature", r: "\u0000", e: 1 },
    { a: "header.body.signature", r: "x".repeat(513), e: 1 },
    { a: "header.body.signature", r: "refresh", e: 1.5 },
    { a: ["header.body.signature"], r: "refresh", e: 1 },
  ])("brings no session when another program left something else there: %j", (left) => {
    const value = Buffer.from(JSON.stringify(left)).toString("base64url");
    expect(readSession(`hamkke_session=${value}`, false)).toBeNull();
  });
});

test("a session is due shortly before it ends, so that it outlives the page", () => {
  expect(isDue(session, (session.expiresAt - 31) * 1000)).toBe(false);
  expect(isDue(session, (session.expiresAt - 29) * 1000)).toBe(true);
});

describe("refreshing", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const fresh = { ...session, refreshToken: "next" };

  test("twenty requests of one page make one call, and all get its result", async () => {
    const call = vi.fn(async () => fresh);
    const refresh = sessionRefresher(call);
    const results = await Promise.all(Array.from({ length: 20 }, () => refresh(session)));
    expect(call).toHaveBeenCalledTimes(1);
    expect(new Set(results)).toEqual(new Set([fresh]));
  });

  test("a straggler with the old token still gets the result, for a while", async () => {
    const call = vi.fn(async () => fresh);
    const refresh = sessionRefresher(call, 10_000);
    await refresh(session);
    vi.advanceTimersByTime(9_000);
    expect(await refresh(session)).toBe(fresh);
    expect(call).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(2_000);
    await refresh(session);
    expect(call).toHaveBeenCalledTimes(2);
  });

  test("two people never share a result", async () => {
    const refresh = sessionRefresher(async ({ refreshToken }) => ({
      ...session,
      refreshToken: `${refreshToken}-next`,
    }));
    const [one, other] = await Promise.all([refresh(session), refresh({ ...session, refreshToken: "other" })]);
    expect([one, other]).toMatchObject([{ refreshToken: "refresh-next" }, { refreshToken: "other-next" }]);
  });

  test("a silent service is asked again by the next request", async () => {
    const call = vi
      .fn<() => Promise<Session | "silent">>()
      .mockResolvedValueOnce("silent")
      .mockResolvedValueOnce(fresh);
    const refresh = sessionRefresher(call);
    expect(await refresh(session)).toBe("silent");
    expect(await refresh(session)).toBe(fresh);
  });
});
