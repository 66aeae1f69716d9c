import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect } from "vitest";
import { type Behaviour, type SmtpServer, startSmtpServer } from "../../tests/support/smtp-server";
import { chooseCarrier } from "../mail/choose-carrier";
import { connectSmtp } from "../mail/smtp";
import { test } from "./support/post";

const from = "Hamkke <mail@hamkke.example>";
const patience = { connect: 300, silence: 300, whole: 900 };
let server: SmtpServer;
beforeAll(async () => {
  server = await startSmtpServer();
});
beforeEach(() => server.behave(() => undefined));
afterAll(() => server.close());

const carrier = () => connectSmtp(server.url, from, patience);

/** One step of the conversation goes otherwise. */
const at =
  (step: string, answer: ReturnType<Behaviour>): Behaviour =>
  (command) =>
    command === step ? answer : undefined;

test("a mail server gets the message as text and HTML, under a Message-ID of its own, and nothing about our software", async ({
  post,
  copy,
}) => {
  await copy`update public.people set language = 'ko' where id = ${post.account("both")}`;
  const id = await post.queue({ kind: "password_changed", person_id: post.account("both") });
  expect(await post.send(id, { carrier: carrier() })).toBe("sent");
  const message = server.received.at(-1);
  const [account] = await copy`select email from auth.users where id = ${post.account("both")}`;
  expect(message).toMatchObject({
    from: "mail@hamkke.example",
    to: account?.email,
    messageId: `<${id}@hamkke.example>`,
  });
  expect(message?.raw).toMatch(/^From: Hamkke <mail@hamkke\.example>$/m);
  expect(message?.raw).toMatch(/^Auto-Submitted: auto-generated$/m);
  expect(message?.raw).toContain("Content-Type: text/plain; charset=utf-8");
  expect(message?.raw).toContain("Content-Type: text/html; charset=utf-8");
  expect(message?.raw).not.toMatch(/nodemailer|x-mailer/i);
  expect(message?.raw).toMatch(/^Subject: =\?UTF-8\?/m);
  await copy`update public.people set language = 'en' where id = ${post.account("both")}`;
});

test("an optional message can be ended from the mail program: RFC 8058", async ({ post, cast }) => {
  const id = await post.queue({
    kind: "digest",
    organization_id: cast.organizations.north,
    person_id: post.account("member"),
  });
  expect(await post.send(id, { carrier: carrier() })).toBe("sent");
  const raw = server.received.at(-1)?.raw.replace(/\r\n[ \t]+/g, " ");
  expect(raw).toMatch(/^List-Unsubscribe: <https:\/\/hamkke\.example\/unsubscribe\/[0-9a-f]{64}>\r$/m);
  expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
});

test.for([
  ["says that it is busy", at("CONNECT", "421 busy <secret@mail.example>"), "refused"],
  ["does not know us", at("MAIL", "550 who are you"), "refused"],
  ["has no room for the reader now", at("RCPT", "450 <reader@x.example> later"), "refused"],
  ["says nothing at first", at("CONNECT", "silence"), "timed_out"],
  ["says nothing after the message", at("MESSAGE", "silence"), "timed_out"],
  ["hangs up at first", at("CONNECT", "hang up"), "unreachable"],
  ["hangs up before the message", at("DATA", "hang up"), "unreachable"],
] as const)(
  "a mail server that %s: the message waits, with a word about it, and is sent later",
  async ([, behaviour, word], { post, copy }) => {
    const id = await post.queue({ kind: "password_changed", person_id: post.account("admin") });
    server.behave(behaviour);
    await expect(post.send(id, { carrier: carrier() })).rejects.toThrow(new RegExp(`^${word}$`));
    expect(await post.message(id)).toMatchObject({ state: "waiting", attempts: 1, problem: word });
    server.behave(() => undefined);
    expect(await post.send(id, { carrier: carrier() })).toBe("sent");
    expect(await post.message(id)).toMatchObject({ state: "sent", attempts: 2, problem: null });
    expect(server.received.filter(({ messageId }) => messageId.includes(id))).toHaveLength(1);
    expect(await copy`select from private.mailbox where message_id = ${id}`).toHaveLength(0);
  },
);

test("a mail server that takes the message and hangs up before saying so gets it again, under the same Message-ID", async ({
  post,
}) => {
  const id = await post.queue({ kind: "password_reset", person_id: post.account("admin") });
  server.behave(at("MESSAGE", "hang up"));
  await expect(post.send(id, { carrier: carrier() })).rejects.toThrow("unreachable");
  server.behave(() => undefined);
  expect(await post.send(id, { carrier: carrier() })).toBe("sent");
  const copies = server.received.filter(({ messageId }) => messageId === `<${id}@hamkke.example>`);
  expect(copies).toHaveLength(2);
  const links = copies.map(({ raw }) => /\/password\/[0-9a-f]{64}/.exec(raw.replace(/=\r\n/g, ""))?.[0]);
  expect(links[0]).toBeDefined();
  expect(links[0]).toBe(links[1]);
});

test.for([
  ["the address", at("RCPT", "550 <guest@cast.example> unknown here"), "address_refused"],
  ["the message", at("MESSAGE", "554 not this"), "refused"],
] as const)(
  "a mail server that refuses %s for good is not asked again, and the address is forgotten",
  async ([, behaviour, word], { post, copy }) => {
    const [{ email } = { email: "" }] = await copy<{ email: string }[]>`
    select email from auth.users where id = ${post.account("viewer")}`;
    const id = await post.queue({ kind: "sign_in_link", address: email });
    server.behave(behaviour);
    expect(await post.send(id, { carrier: carrier() })).toBe("failed");
    expect(await post.message(id)).toMatchObject({ state: "failed", attempts: 1, problem: word, address: null });
    const [{ links } = { links: -1 }] = await copy<{ links: number }[]>`
    select count(*)::int as links from private.mailed_links where person_id = ${post.account("viewer")}`;
    expect(links).toBe(0);
  },
);

test("the twelfth failure is the last", async ({ post, copy }) => {
  const id = await post.queue({ kind: "password_changed", person_id: post.account("admin") });
  await copy`update public.messages set attempts = 10 where id = ${id}`;
  const nobody = connectSmtp("smtp://127.0.0.1:1", from, patience);
  await expect(post.send(id, { carrier: nobody })).rejects.toThrow("unreachable");
  expect(await post.send(id, { carrier: nobody })).toBe("failed");
  expect(await post.message(id)).toMatchObject({ state: "failed", attempts: 12, problem: "unreachable" });
});

test("without a mail server a message has failed at once; the demonstration has its mailbox", async ({ post }) => {
  const none = chooseCarrier({ demonstration: false });
  const id = await post.queue({ kind: "password_changed", person_id: post.account("admin") });
  expect(await post.send(id, { carrier: none })).toBe("failed");
  expect(await post.message(id)).toMatchObject({ state: "failed", problem: "no_mail_server" });
  expect(none.name).toBe("none");
  expect(chooseCarrier({ demonstration: true }).name).toBe("mailbox");
  expect(chooseCarrier({ smtpUrl: server.url, mailFrom: from, demonstration: true }).name).toBe("smtp");
});

test("a line that somebody plants in a subject or an address is neither a header nor one more reader", async () => {
  const parcel = { id: randomUUID(), to: "reader@x.example", text: "Text", html: "<p>Text</p>", headers: {} };
  const deliver = (planted: object) => carrier().deliver({ ...parcel, subject: "Hello", ...planted }, null as never);
  const before = server.received.length;
  await deliver({ subject: "Hello\r\nBcc: other@x.example\r\n\r\nAnother text" });
  const message = server.received.at(-1);
  expect(server.received).toHaveLength(before + 1);
  expect(message?.to).toBe("reader@x.example");
  expect(message?.raw.split("\r\n\r\n")[0]).not.toMatch(/^(Bcc|Another)/im);
  for (const to of ["reader@x.example>\r\nRCPT TO:<other@x.example", "reader@x.example, other@x.example"])
    await deliver({ to }).catch(() => {});
  expect(server.received.map(({ to }) => to)).not.toContain("other@x.example");
});

test("beyond this machine a message leaves encrypted or not at all", async ({ post }) => {
  // The same server under a name that is not loopback's; it offers no encryption.
  const named = connectSmtp(server.url.replace("127.0.0.1", "0.0.0.0"), from, patience);
  const before = server.received.length;
  const id = await post.queue({ kind: "password_changed", person_id: post.account("admin") });
  await expect(post.send(id, { carrier: named })).rejects.toThrow(/refused|unreachable/);
  expect(server.received).toHaveLength(before);
});
