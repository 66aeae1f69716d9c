import { describe, expect, test } from "vitest";
import { readBody } from "./body";
import { bodyRoom } from "./body-room";
import { isCrossSite } from "./cross-site";
import { hostsOf } from "./hosts";
import { isWayIn } from "./link-paths";
import { loggedPath } from "./logged-path";
import { isReadableForm, isReadableUrl } from "./readable";
import { securityHeaders } from "./security-headers";

describe("the names the server answers to", () => {
  const hosts = hostsOf({ HOST: "10.0.0.5", APP_URL: "https://hamkke.example" }, () => 3000);

  test.each(["hamkke.example", "HAMKKE.example", "localhost:3000", "127.0.0.1:3000", "[::1]:3000", "10.0.0.5:3000"])(
    "%s is one",
    (host) => {
      expect(hosts.answersTo(host)).toBe(true);
    },
  );

  test.each([
    "elsewhere.example",
    "hamkke.example:3000",
    "hamkke.example.elsewhere.example",
    "localhost",
    "localhost:3001",
    "127.0.0.1.elsewhere.example:3000",
    "",
    undefined,
  ])("%s is none", (host) => {
    expect(hosts.answersTo(host)).toBe(false);
  });

  test("listening on every address does not mean answering to every name", () => {
    const open = hostsOf({ HOST: "0.0.0.0", APP_URL: "http://localhost:3000" }, () => 3000);
    expect(open.answersTo("0.0.0.0:3000")).toBe(false);
    expect(open.answersTo("localhost:3000")).toBe(true);
  });

  test("a form of the public address comes over https, one of this computer over http", () => {
    expect(hosts.originOf("hamkke.example")).toBe("https://hamkke.example");
    expect(hosts.originOf("localhost:3000")).toBe("http://localhost:3000");
  });
});

describe("a form", () => {
  const own = "http://localhost:3000";
  const sent = (headers: Record<string, string>, method = "POST") => new Request(own, { method, headers });

  test("of our own page is taken, with and without what browsers add", () => {
    expect(isCrossSite(sent({ origin: own, "sec-fetch-site": "same-origin" }), own)).toBe(false);
    expect(isCrossSite(sent({}), own)).toBe(false);
  });

  test.each([
    { origin: "http://elsewhere.example" },
    { origin: "null" },
    { origin: "https://localhost:3000" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { origin: own, "sec-fetch-site": "cross-site" },
  ])("with %j is another site's", (headers) => {
    expect(isCrossSite(sent(headers as unknown as Record<string, string>), own)).toBe(true);
  });

  test("is not what a link is: pages may be linked from anywhere", () => {
    expect(isCrossSite(sent({ "sec-fetch-site": "cross-site" }, "GET"), own)).toBe(false);
  });
});

describe("what can be read", () => {
  test.each(["/gatherings/1?q=%ED%95%A8%EA%BB%98", "/c/%EC%97%B0%EB%8C%80/calendar?a=1+2"])("%s can", (path) => {
    expect(isReadableUrl(`http://localhost${path}`)).toBe(true);
  });

  test.each(["/gatherings/%00", "/gatherings/%ff", "/?q=%ed%95", "/?q=%", "/?q=%00"])("%s cannot", (path) => {
    expect(isReadableUrl(`http://localhost${path}`)).toBe(false);
  });

  test("a form of true UTF-8 can, one of broken bytes cannot", () => {
    const form = "application/x-www-form-urlencoded";
    expect(isReadableForm(new TextEncoder().encode("title=%ED%95%A8&a=b"), form)).toBe(true);
    expect(isReadableForm(new TextEncoder().encode("title=%ed%95"), form)).toBe(false);
    expect(isReadableForm(Uint8Array.of(0x61, 0x3d, 0xff), form)).toBe(false);
    expect(isReadableForm(Uint8Array.of(0xff), "multipart/form-data; boundary=x")).toBe(false);
  });
});

describe("a body", () => {
  const post = (body: BodyInit, headers = {}) =>
    new Request("http://localhost", { method: "POST", body, headers, duplex: "half" } as RequestInit);
  const share = (inAll = 1_000) => bodyRoom({ inAll, eachNetwork: inAll })("192.0.2.1");

  test("within the limit is read whole", async () => {
    expect(new TextDecoder().decode((await readBody(post("a=b"), share(), 3)) as Uint8Array)).toBe("a=b");
  });

  test("that says it is too large is not read at all", async () => {
    const endless = new ReadableStream({ pull: () => Promise.reject(new Error("it was read")) }, { highWaterMark: 0 });
    expect(await readBody(post(endless, { "content-length": "4" }), share(), 3)).toBe("too_large");
  });

  test("that does not say its size is read no further than the limit", async () => {
    let pulled = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulled++;
        controller.enqueue(new Uint8Array(10));
      },
    });
    expect(await readBody(post(endless), share(), 95)).toBe("too_large");
    expect(pulled).toBeLessThan(15);
  });

  test("for which others leave no room is not read on", async () => {
    expect(await readBody(post("a=b&c=d"), share(3), 100)).toBe("crowded");
  });
});

test.each([
  ["/o/krcla/calendar", "/o/krcla/calendar"],
  ["/gatherings/0b3f6a3e-8f0e-4d39-9a55-3f6c2b7a1d10", "/gatherings/0b3f6a3e-8f0e-4d39-9a55-3f6c2b7a1d10"],
  ["/welcome/AbCdEf123", "/welcome/…"],
  ["/welcome/AbCdEf123.data", "/welcome/…"],
  ["/invitations/AbCdEf123/acceptance", "/invitations/…/…"],
  ["/sign-in/link", "/sign-in/link"],
  ["/sign-in/link/AbCdEf123", "/sign-in/link/…"],
  ["/Sign-In//Link/AbCdEf123", "/sign-in/link/…"],
  ["/%77elcome/AbCdEf123", "/welcome/…"],
  ["/password/AbCdEf123.data", "/password/…"],
  ["/address/AbCdEf123", "/address/…"],
  ["/unsubscribe/AbCdEf123", "/unsubscribe/…"],
  ["/settings/password", "/settings/password"],
  ["/somebody@example.org", "/…"],
  ["/o/%EB%AF%BC%EC%A7%80", "/o/…"],
  ["/", "/"],
])("the log says %s as %s", (path, logged) => {
  expect(loggedPath(path)).toBe(logged);
});

test.each([
  ["/sign-in", true],
  ["/sign-in/link/AbCdEf123", true],
  ["/Password/AbCdEf123.data", true],
  ["/welcome/AbCdEf123", true],
  ["/invitations/AbCdEf123/acceptance", true],
  ["/settings/password", true],
  ["/settings/profile", false],
  ["/o/krcla/sign-in", false],
  ["/sign-in-and-out", false],
])("whether %s is a way in: %s", (path, isOne) => {
  expect(isWayIn(path)).toBe(isOne);
});

describe("what the browser is told", () => {
  const policy = (setting: Partial<Parameters<typeof securityHeaders>[0]> = {}) =>
    securityHeaders({ nonce: "abc", secure: false, development: false, ...setting });

  test("lets no script run but our own files and those of this answer", () => {
    const csp = policy()["Content-Security-Policy"];
    expect(csp).toContain("script-src 'self' 'nonce-abc'");
    expect(csp).not.toMatch(/unsafe|https?:|\*/);
    expect(csp).toContain("frame-ancestors 'none'");
  });

  test.each(["object-src", "base-uri", "frame-src", "media-src", "frame-ancestors"])(
    "lets nothing be a page's %s",
    (what) => {
      expect(policy()["Content-Security-Policy"]?.split("; ")).toContain(`${what} 'none'`);
    },
  );

  test("closes the device to every page, but for where it is, which our own may ask", () => {
    const features = policy()["Permissions-Policy"]?.split(", ");
    expect(features?.filter((feature) => !feature.endsWith("=()"))).toEqual(["geolocation=(self)"]);
    for (const feature of ["camera", "microphone", "display-capture", "usb", "payment", "publickey-credentials-get"])
      expect(features).toContain(`${feature}=()`);
  });

  test("keeps other sites' windows and pages apart from ours, and lets no type be guessed", () => {
    expect(policy()).toMatchObject({
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Resource-Policy": "same-origin",
      "X-Content-Type-Options": "nosniff",
    });
  });

  test("lets forms without script be sent: their origin is not hidden from us", () => {
    expect(policy()["Referrer-Policy"]).toBe("strict-origin-when-cross-origin");
  });

  test("lets no other page know an address that is a secret, and still who sends a form", () => {
    expect(policy({ secretAddress: true })["Referrer-Policy"]).toBe("strict-origin");
  });

  test("binds it to https only where there is https", () => {
    expect(policy()["Strict-Transport-Security"]).toBeUndefined();
    expect(policy({ secure: true })["Strict-Transport-Security"]).toBe("max-age=31536000; includeSubDomains");
    expect(policy({ secure: true })["Content-Security-Policy"]).toContain("upgrade-insecure-requests");
  });
});
