import type { makeMail } from "../support/mail";
import { type Asked, answers, everybody, ofAdmins } from "./answers";

/** The demonstration's mailbox, and what an organization's mail could not deliver. */
export function mailRoutes(made: () => Awaited<ReturnType<typeof makeMail>>): Record<string, () => Asked[]> {
  return {
    "/mailbox": () => [{ path: "/mailbox", answers: everybody(200) }],
    ...Object.fromEntries(
      ["", "/html"].map((form) => [
        `/mailbox/:id${form}`,
        () => [
          { path: `/mailbox/${made().kept}${form}`, answers: everybody(200) },
          { path: `/mailbox/${made().failed}${form}`, answers: everybody(404) },
          { path: `/mailbox/no-uuid${form}`, answers: everybody(404) },
        ],
      ]),
    ),
    "/o/:organization/mail": () => [{ path: "/o/krcla/mail", answers: ofAdmins }],
    "/o/:organization/mail/:id/retry": () => [
      { path: `/o/krcla/mail/${made().failed}/retry`, answers: ofAdmins },
      { path: `/o/krcla/mail/${made().kept}/retry`, answers: { ...ofAdmins, admin: 404 } },
      { path: "/o/krcla/mail/no-uuid/retry", answers: answers(404, 404, "sign-in") },
      {
        path: `/o/krc-chicago/mail/${made().failed}/retry`,
        answers: { ...answers(404, 404, "sign-in"), neighbor: 403 },
      },
    ],
  };
}
