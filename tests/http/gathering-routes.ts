import { type Asked, absent, answers, everybody, ofHost, writers } from "./answers";
import type { Kept } from "./cast";

/** What each actor is answered about KRCLA's gatherings, and where they are changed. */
export function gatheringRoutes(kept: () => Kept): Record<string, () => Asked[]> {
  return {
    "/gatherings/:id": () => [
      { path: `/gatherings/${kept().owner}`, answers: answers(200, 404, 404) },
      { path: `/gatherings/${kept().hosted}`, answers: { ...answers(200, 404, 404), neighbor: 200 } },
      { path: `/gatherings/${kept().invited}`, answers: { ...answers(200, 404, 404), neighbor: 200 } },
      { path: `/gatherings/${kept().draft}`, answers: answers(200, 404, 404) },
      { path: `/gatherings/${kept().named}`, answers: { ...answers(200, 404, 404), neighbor: 200 } },
      { path: `/gatherings/${kept().coalition}`, answers: answers(200, 200, 404) },
      { path: `/gatherings/${kept().cancelled}`, answers: answers(200, 200, 404) },
      { path: `/gatherings/${kept().everyone}`, answers: everybody(200) },
      { path: `/gatherings/${absent}`, answers: everybody(404) },
      { path: "/gatherings/no-uuid", answers: everybody(404) },
    ],
    "/gatherings/:id/flyer": () => [
      { path: `/gatherings/${kept().owner}/flyer`, answers: answers(200, 404, 404) },
      { path: `/gatherings/${kept().named}/flyer`, answers: { ...answers(200, 404, 404), neighbor: 200 } },
      { path: `/gatherings/${kept().coalition}/flyer`, answers: answers(200, 200, 404) },
      { path: `/gatherings/${kept().everyone}/flyer`, answers: everybody(200) },
      { path: `/gatherings/${absent}/flyer`, answers: everybody(404) },
      { path: "/gatherings/no-uuid/flyer", answers: everybody(404) },
    ],
    ...Object.fromEntries(
      ["card", "time", "preview", "cancellation", "restoration", "template"].map((noun) => [
        `/o/:organization/gatherings/:id/${noun}`,
        () => [
          {
            path: `/o/krcla/gatherings/${noun === "restoration" ? kept().cancelled : kept().coalition}/${noun}`,
            answers: writers(200),
          },
          { path: `/o/krcla/gatherings/${absent}/${noun}`, answers: answers(404, 404, "sign-in") },
          { path: `/o/krcla/gatherings/no-uuid/${noun}`, answers: answers(404, 404, "sign-in") },
          { path: `/o/krc-chicago/gatherings/${kept().named}/${noun}`, answers: answers(404, 404, "sign-in") },
          // A co-host that may edit changes what it says, and nothing else.
          {
            path: `/o/krc-chicago/gatherings/${kept().hosted}/${noun}`,
            answers: ["card", "time"].includes(noun) ? ofHost : answers(404, 404, "sign-in"),
          },
          { path: `/o/krc-chicago/gatherings/${kept().invited}/${noun}`, answers: answers(404, 404, "sign-in") },
        ],
      ]),
    ),
  };
}
