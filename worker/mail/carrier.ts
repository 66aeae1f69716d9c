import type { TransactionSql } from "postgres";

/** A finished message. */
export type Parcel = {
  /** Of the message; a parcel sent again after a crash has the same. */
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
};

/** What takes messages away. */
export type Carrier = {
  name: "smtp" | "mailbox" | "none";
  /** Returns when the message is out of our hands, or throws a MailProblem. */
  deliver: (parcel: Parcel, transaction: TransactionSql) => Promise<void>;
  /** Lets go of deliveries under way; they throw. */
  close: () => void;
};
