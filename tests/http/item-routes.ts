import type { MadeItems } from "../support/made-items";
import { type Answers, type Asked, absent, answers, writers } from "./answers";

const ofNobody = answers(404, 404, "sign-in");
/** Whoever is of KRCLA and may not write is told so. */
const ofWriters: Answers = { ...writers(200), viewer: 403, member: 403 };

/** What each actor is answered about what is done together, and about KRCLA's part of it. */
export function itemRoutes(made: () => MadeItems): Record<string, () => Asked[]> {
  const form = (noun: string) => () => [
    { path: `/o/krcla/items/${made().own}/${noun}`, answers: ofWriters },
    { path: `/o/krcla/items/${absent}/${noun}`, answers: ofNobody },
    { path: `/o/krcla/items/no-uuid/${noun}`, answers: ofNobody },
    { path: `/o/krc-chicago/items/${made().own}/${noun}`, answers: ofNobody },
  ];
  return {
    "/c/:coalition/items": () => [
      { path: "/c/emergency-plan/items", answers: answers(200, 200, "sign-in") },
      { path: "/c/emergency-plan/items?as=board&late&organization=krcla", answers: answers(200, 200, "sign-in") },
      { path: "/c/nowhere/items", answers: ofNobody },
    ],
    "/items/:id": () => [
      { path: `/items/${made().own}`, answers: answers(200, 404, "sign-in") },
      { path: `/items/${made().named}`, answers: { ...answers(200, 404, "sign-in"), neighbor: 200 } },
      { path: `/items/${made().coalition}`, answers: answers(200, 200, "sign-in") },
      { path: `/items/${absent}`, answers: ofNobody },
      { path: "/items/no-uuid", answers: ofNobody },
    ],
    "/o/:organization/items": () => [
      { path: "/o/krcla/items", answers: answers(200, 404, "sign-in") },
      { path: "/o/nowhere/items", answers: ofNobody },
    ],
    "/o/:organization/items/new": () => [{ path: "/o/krcla/items/new", answers: ofWriters }],
    "/o/:organization/items/:id/card": form("card"),
    "/o/:organization/items/:id/asking": form("asking"),
    "/o/:organization/items/:id/core-asking": form("core-asking"),
    "/o/:organization/items/:id/part": form("part"),
    "/o/:organization/items/:id/closing": form("closing"),
    "/o/:organization/items/:id/reopening": form("reopening"),
    "/o/:organization/items/:id/removal": form("removal"),
    "/o/:organization/items/:id/taking": () => [
      { path: `/o/krcla/items/${made().coalition}/taking`, answers: ofWriters },
      { path: `/o/krcla/items/${absent}/taking`, answers: ofNobody },
    ],
    "/o/:organization/items/:id/asks/:asked/withdrawal": () => [
      { path: `/o/krcla/items/${made().named}/asks/${made().neighbor}/withdrawal`, answers: ofWriters },
      {
        path: `/o/krcla/items/${made().own}/asks/${made().neighbor}/withdrawal`,
        answers: { ...ofNobody, viewer: 403, member: 403 },
      },
      { path: `/o/krcla/items/${absent}/asks/${absent}/withdrawal`, answers: ofNobody },
    ],
  };
}
