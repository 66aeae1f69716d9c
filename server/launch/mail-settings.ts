import { CannotStart } from "../../supabase/local/cannot-start";

export type MailSettings = { smtpUrl: string; from: string };

/** How mail leaves, or nothing; refuses in one sentence what no mail could leave by. The address may hold a password: it is not repeated. */
export function readMailSettings(env: Record<string, string | undefined>): MailSettings | undefined {
  const { SMTP_URL: smtpUrl, MAIL_FROM: from } = env;
  if (!smtpUrl && !from) return undefined;
  if (!smtpUrl) throw new CannotStart("SMTP_URL is missing; mail from MAIL_FROM needs a server that takes it.");
  if (!isMailServer(smtpUrl)) {
    throw new CannotStart(
      "SMTP_URL must be an address like smtps://name:password@mail.example:465, with special characters of the password percent-encoded.",
    );
  }
  if (!from) throw new CannotStart("MAIL_FROM is missing; it says from which address mail comes, beside SMTP_URL.");
  if (!/^([^<>@\r\n]+ <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(from)) {
    throw new CannotStart(`MAIL_FROM must be an address like Hamkke <mail@hamkke.example>; it is "${from}".`);
  }
  return { smtpUrl, from };
}

function isMailServer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname, search, hash, username, password } = new URL(text);
  const whole = hostname !== "" && (pathname === "" || pathname === "/") && search === "" && hash === "";
  return whole && (protocol === "smtp:" || protocol === "smtps:") && isDecodable(username + password);
}

function isDecodable(text: string): boolean {
  try {
    return decodeURIComponent(text) !== undefined;
  } catch {
    return false;
  }
}
