import type { KeptServices } from "../support/kept-services";
import { type Answers, type Asked, absent, answers, everybody, writers } from "./answers";

/** Readers of what is for KRCLA, for whom it named, for its coalition and for everyone; nobody else finds anything. */
const ofOwner = answers(200, 404, 404);
const ofNamed: Answers = { ...ofOwner, neighbor: 200 };
const ofCoalition = answers(200, 200, 404);
/** Whoever is of KRCLA and may not write is told so. */
const ofWriters: Answers = { ...writers(200), viewer: 403, member: 403 };
const ofNobody = answers(404, 404, "sign-in");

/** What each actor is answered about what KRCLA's services are handed out as. */
export function handingOutRoutes(kept: () => KeptServices): Record<string, () => Asked[]> {
  return {
    ...Object.fromEntries(
      ["handout", "message"].map((noun) => [
        `/resources/:service/${noun}`,
        () => [
          { path: `/resources/${kept().owner}/${noun}`, answers: ofOwner },
          { path: `/resources/${kept().draft}/${noun}`, answers: ofOwner },
          { path: `/resources/${kept().named}/${noun}`, answers: ofNamed },
          { path: `/resources/${kept().coalition}/${noun}`, answers: ofCoalition },
          { path: `/resources/${kept().everyone}/${noun}`, answers: everybody(200) },
          { path: `/resources/${absent}/${noun}`, answers: everybody(404) },
          { path: `/resources/no-uuid/${noun}`, answers: everybody(404) },
        ],
      ]),
    ),
    "/resources.csv": () => [
      { path: "/resources.csv", answers: everybody(200) },
      { path: `/resources.csv?id=${kept().owner}&id=${absent}`, answers: everybody(200) },
      { path: "/resources.csv?id=no-uuid", answers: everybody(404) },
    ],
    "/o/:organization/resources.csv": () => [
      { path: "/o/krcla/resources.csv", answers: answers(200, 404, "sign-in") },
      { path: "/o/nowhere/resources.csv", answers: ofNobody },
    ],
    ...Object.fromEntries(
      ["", "/handout", "/resources.csv"].map((noun) => [
        `/collections/:collection${noun}`,
        () => [
          { path: `/collections/${kept().collection.owner}${noun}`, answers: ofOwner },
          { path: `/collections/${kept().collection.coalition}${noun}`, answers: ofCoalition },
          { path: `/collections/${kept().collection.everyone}${noun}`, answers: everybody(200) },
          { path: `/collections/${absent}${noun}`, answers: everybody(404) },
          { path: `/collections/no-uuid${noun}`, answers: everybody(404) },
        ],
      ]),
    ),
    "/o/:organization/collections": () => [{ path: "/o/krcla/collections", answers: answers(200, 404, "sign-in") }],
    "/o/:organization/collections/new": () => [{ path: "/o/krcla/collections/new", answers: ofWriters }],
    ...Object.fromEntries(
      ["card", "order", "removal"].map((noun) => [
        `/o/:organization/collections/:collection/${noun}`,
        () => [
          { path: `/o/krcla/collections/${kept().collection.everyone}/${noun}`, answers: ofWriters },
          { path: `/o/krcla/collections/${absent}/${noun}`, answers: ofNobody },
          { path: `/o/krcla/collections/no-uuid/${noun}`, answers: ofNobody },
          { path: `/o/krc-chicago/collections/${kept().collection.everyone}/${noun}`, answers: ofNobody },
        ],
      ]),
    ),
    "/o/:organization/collections/:collection/entries/:service/removal": () => {
      const of = (organization: string, service: string) =>
        `/o/${organization}/collections/${kept().collection.everyone}/entries/${service}/removal`;
      return [
        { path: of("krcla", kept().coalition), answers: ofWriters },
        { path: of("krcla", absent), answers: { ...ofWriters, editor: 404, admin: 404 } },
        { path: of("krc-chicago", kept().coalition), answers: ofNobody },
      ];
    },
    "/o/:organization/resources/:service/collecting": () => [
      { path: `/o/krcla/resources/${kept().owner}/collecting`, answers: ofWriters },
      { path: `/o/krcla/resources/${absent}/collecting`, answers: { ...ofWriters, editor: 404, admin: 404 } },
      // Whoever sees a service of others collects it too; the editor of KRC Chicago does.
      { path: `/o/krc-chicago/resources/${kept().named}/collecting`, answers: { ...ofNobody, neighbor: 200 } },
      { path: `/o/krc-chicago/resources/${kept().owner}/collecting`, answers: ofNobody },
    ],
  };
}
