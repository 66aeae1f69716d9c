import type { Carrier } from "./carrier";

/** The demonstration's mailbox: a message lies there if and only if it counts as sent. */
export const mailbox: Carrier = {
  name: "mailbox",
  deliver: async ({ id, to, subject, text, html, headers }, transaction) => {
    await transaction`
      insert into private.mailbox (message_id, recipient, subject, body_text, body_html, headers)
      values (${id}, ${to}, ${subject}, ${text}, ${html}, ${transaction.json(headers)})`;
  },
  close: () => {},
};
