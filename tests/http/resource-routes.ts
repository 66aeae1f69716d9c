import type { MadeResources } from "../support/made-resources";
import { type Asked, absent, answers, everybody, writers } from "./answers";

/** What each actor is answered about KRCLA's entries in the directory. */
export function resourceRoutes(made: () => MadeResources): Record<string, () => Asked[]> {
  const nobody = answers(404, 404, "sign-in");
  return {
    "/resources": () => [
      { path: "/resources", answers: everybody(200) },
      { path: "/resources?q=%EC%83%81%EB%8B%B4&need=no/such&page=-1", answers: everybody(200) },
    ],
    "/resources/suggestions": () => [
      { path: "/resources/suggestions?q=%EC%83%81", answers: everybody(200) },
      { path: "/resources/suggestions", answers: everybody(200) },
    ],
    "/resources/:service": () => [
      { path: `/resources/${made().owner}`, answers: answers(200, 404, 404) },
      { path: `/resources/${made().draft}`, answers: answers(200, 404, 404) },
      { path: `/resources/${made().named}`, answers: { ...answers(200, 404, 404), neighbor: 200 } },
      { path: `/resources/${made().coalition}`, answers: answers(200, 200, 404) },
      { path: `/resources/${made().everyone}`, answers: everybody(200) },
      { path: `/resources/${absent}`, answers: everybody(404) },
      { path: "/resources/no-uuid", answers: everybody(404) },
    ],
    "/o/:organization/resources": () => [{ path: "/o/krcla/resources", answers: answers(200, 404, "sign-in") }],
    "/o/:organization/resources/new": () => [
      { path: "/o/krcla/resources/new", answers: { ...writers(200), viewer: 403, member: 403 } },
    ],
    ...Object.fromEntries(
      ["card", "preview", "removal"].map((noun) => [
        `/o/:organization/resources/:service/${noun}`,
        () => [
          { path: `/o/krcla/resources/${made().owner}/${noun}`, answers: writers(200) },
          { path: `/o/krcla/resources/${absent}/${noun}`, answers: nobody },
          { path: `/o/krcla/resources/no-uuid/${noun}`, answers: nobody },
          { path: `/o/krc-chicago/resources/${made().named}/${noun}`, answers: nobody },
        ],
      ]),
    ),
  };
}
