import { beforeAll, expect, test } from "vitest";
import { makeMail } from "../support/mail";
import { as, local } from "./cast";

let kept: string;
beforeAll(async () => {
  ({ kept } = await makeMail(local()));
});

test("a message shown as HTML has its own styles, runs nothing and fetches nothing", async () => {
  const answer = await (await as("visitor")).get(`/mailbox/${kept}/html`);
  expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(answer.headers.get("content-security-policy")).toBe(
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
  );
  expect(await answer.text()).toContain("<p>The password has been changed.</p>");
});

test("what was invited is in the mailbox a moment later, with a link that works beside the one that was shown", async () => {
  const admin = await as("admin");
  const email = `link-${crypto.randomUUID()}@krcla.example`;
  const made = await admin.post("/o/krcla/invitations/new", { email, role: "viewer" });
  const shown = /\/invitations\/[0-9a-f]{64}/.exec(await made.text())?.[0];
  const reader = await as("visitor");
  const mailed = await until(async () => {
    const list = await (await reader.get("/mailbox")).text();
    const row = list.split("<tr").find((each) => each.includes(email));
    const page = row && (await (await reader.get(/\/mailbox\/[0-9a-f-]{36}/.exec(row)?.[0] ?? "")).text());
    return page ? /\/invitations\/[0-9a-f]{64}/.exec(page)?.[0] : undefined;
  });
  expect(mailed).not.toBe(shown);
  for (const link of [shown, mailed]) expect((await reader.get(link ?? "none")).status).toBe(200);
});

async function until<Found>(look: () => Promise<Found | undefined>): Promise<Found> {
  for (let tries = 0; tries < 100; tries++) {
    const found = await look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("It never came.");
}
