import type { Carrier } from "./carrier";
import { mailbox } from "./mailbox";
import { MailProblem } from "./problem";
import { connectSmtp } from "./smtp";

export type CarrierSettings = {
  smtpUrl?: string | undefined;
  mailFrom?: string | undefined;
  demonstration: boolean;
};

/** A mail server where there is one; in the demonstration, the mailbox; otherwise nothing leaves. */
export function chooseCarrier({ smtpUrl, mailFrom, demonstration }: CarrierSettings): Carrier {
  if (smtpUrl && mailFrom) return connectSmtp(smtpUrl, mailFrom);
  return demonstration ? mailbox : noCarrier;
}

const noCarrier: Carrier = {
  name: "none",
  deliver: async () => {
    throw new MailProblem("no_mail_server", { final: true });
  },
  close: () => {},
};
