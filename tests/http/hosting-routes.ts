import { type Asked, absent, answers, ofHost, writers } from "./answers";
import type { Kept } from "./cast";

/** The routes about holding a gathering together. */
export function hostingRoutes(kept: () => Kept): Record<string, () => Asked[]> {
  return {
    "/o/:organization/gatherings/:id/hosts": () => [
      { path: `/o/krcla/gatherings/${kept().hosted}/hosts`, answers: answers(200, 404, "sign-in") },
      { path: `/o/krcla/gatherings/${absent}/hosts`, answers: answers(404, 404, "sign-in") },
      { path: "/o/krcla/gatherings/no-uuid/hosts", answers: answers(404, 404, "sign-in") },
      // The host keeps no list of its owner's hosts.
      { path: `/o/krc-chicago/gatherings/${kept().hosted}/hosts`, answers: answers(404, 404, "sign-in") },
    ],
    ...Object.fromEntries(
      ["rights", "ending"].map((noun) => [
        `/o/:organization/gatherings/:id/hosts/:host/${noun}`,
        () => [
          { path: `/o/krcla/gatherings/${kept().hosted}/hosts/${kept().host}/${noun}`, answers: writers(200) },
          {
            path: `/o/krcla/gatherings/${kept().hosted}/hosts/${absent}/${noun}`,
            answers: answers(404, 404, "sign-in"),
          },
          {
            path: `/o/krcla/gatherings/${kept().owner}/hosts/${kept().host}/${noun}`,
            answers: answers(404, 404, "sign-in"),
          },
          { path: `/o/krcla/gatherings/${kept().hosted}/hosts/no-uuid/${noun}`, answers: answers(404, 404, "sign-in") },
          {
            path: `/o/krc-chicago/gatherings/${kept().hosted}/hosts/${kept().host}/${noun}`,
            answers: answers(404, 404, "sign-in"),
          },
        ],
      ]),
    ),
    "/o/:organization/gatherings/:id/hosting": () => [
      { path: `/o/krc-chicago/gatherings/${kept().hosted}/hosting`, answers: ofHost },
      { path: `/o/krc-chicago/gatherings/${kept().invited}/hosting`, answers: ofHost },
      { path: `/o/krc-chicago/gatherings/${kept().owner}/hosting`, answers: answers(404, 404, "sign-in") },
      { path: `/o/krc-chicago/gatherings/${absent}/hosting`, answers: answers(404, 404, "sign-in") },
      { path: `/o/krcla/gatherings/${kept().hosted}/hosting`, answers: answers(404, 404, "sign-in") },
      { path: "/o/krc-chicago/gatherings/no-uuid/hosting", answers: answers(404, 404, "sign-in") },
    ],
    ...Object.fromEntries(
      (["acceptance", "refusal", "ending"] as const).map((noun) => [
        `/o/:organization/gatherings/:id/hosting/${noun}`,
        () => [
          {
            path: `/o/krc-chicago/gatherings/${kept().invited}/hosting/${noun}`,
            answers: noun === "ending" ? answers(404, 404, "sign-in") : ofHost,
          },
          {
            path: `/o/krc-chicago/gatherings/${kept().hosted}/hosting/${noun}`,
            answers: noun === "ending" ? ofHost : answers(404, 404, "sign-in"),
          },
          { path: `/o/krc-chicago/gatherings/${kept().owner}/hosting/${noun}`, answers: answers(404, 404, "sign-in") },
          { path: `/o/krc-chicago/gatherings/no-uuid/hosting/${noun}`, answers: answers(404, 404, "sign-in") },
        ],
      ]),
    ),
    "/o/:organization/hostings": () => [
      { path: "/o/krcla/hostings", answers: answers(200, 404, "sign-in") },
      { path: "/o/krc-chicago/hostings", answers: ofHost },
    ],
  };
}
