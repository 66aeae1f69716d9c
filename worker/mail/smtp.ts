import { isIP } from "node:net";
import { createTransport, type NodemailerError, type SMTPTransportOptions } from "nodemailer";
import type { Carrier, Parcel } from "./carrier";
import { MailProblem } from "./problem";

/** How long a mail server may take, in milliseconds: to take the call, between two words, and for a whole message. */
export type Patience = { connect: number; silence: number; whole: number };

const PATIENCE: Patience = { connect: 10_000, silence: 15_000, whole: 60_000 };

/** Hands messages to the mail server of smtp://… or smtps://…, each on a connection of its own. */
export function connectSmtp(smtpUrl: string, from: string, patience = PATIENCE): Carrier {
  const transport = createTransport(optionsFor(new URL(smtpUrl), patience));
  const underWay = new Set<AbortController>();
  return {
    name: "smtp",
    async deliver(parcel) {
      const leaving = new AbortController();
      underWay.add(leaving);
      const deadline = setTimeout(() => leaving.abort(), patience.whole);
      try {
        await transport.sendMail({ ...mailOf(parcel, from), signal: leaving.signal });
      } catch (error) {
        throw problemFrom(error as NodemailerError);
      } finally {
        clearTimeout(deadline);
        underWay.delete(leaving);
      }
    },
    close() {
      for (const leaving of underWay) leaving.abort();
    },
  };
}

function optionsFor(url: URL, patience: Patience): SMTPTransportOptions {
  const secure = url.protocol === "smtps:";
  const host = url.hostname.replace(/^\[|\]$/g, "");
  return {
    host,
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    // Mail names people: it leaves this machine encrypted or not at all.
    requireTLS: !secure && !isThisMachine(host),
    ...(url.username
      ? { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }
      : {}),
    connectionTimeout: patience.connect,
    greetingTimeout: patience.connect,
    dnsTimeout: patience.connect,
    socketTimeout: patience.silence,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

const isThisMachine = (host: string) =>
  host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));

/** The Message-ID depends on the message alone, so that a copy sent twice around a crash is known for one. */
function mailOf({ id, to, subject, text, html, headers }: Parcel, from: string) {
  const domain = from.slice(from.lastIndexOf("@") + 1).replace(/>\s*$/, "");
  return {
    messageId: `<${id}@${domain}>`,
    from,
    to: { name: "", address: to },
    subject,
    text,
    html,
    headers: { ...headers, "Auto-Submitted": "auto-generated" },
    xMailer: false as const,
  };
}

/** RFC 5321, 4.2.1: the same message is not offered again after a permanent refusal of its recipient or its text. */
function problemFrom({ code, responseCode = 0, command }: NodemailerError): MailProblem {
  const permanent = responseCode >= 500;
  if (code === "ETIMEDOUT" || code === "EABORT") return new MailProblem("timed_out");
  if (code === "EENVELOPE" && command === "RCPT TO" && permanent) {
    return new MailProblem("address_refused", { final: true });
  }
  if (code === "EMESSAGE" && permanent) return new MailProblem("refused", { final: true });
  return new MailProblem(responseCode > 0 ? "refused" : "unreachable");
}
