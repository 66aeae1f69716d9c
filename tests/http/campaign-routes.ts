import type { MadeCampaigns } from "../support/made-campaigns";
import { type Answers, type Asked, absent, answers, everybody, writers } from "./answers";

const ofNobody = answers(404, 404, "sign-in");
/** Whoever is of KRCLA and may not write is told so. */
const ofWriters: Answers = { ...writers(200), viewer: 403, member: 403 };

/** What each actor is answered about campaigns of KRCLA, and about the plan they serve. */
export function campaignRoutes(made: () => MadeCampaigns): Record<string, () => Asked[]> {
  const form = (noun: string) => () => [
    { path: `/o/krcla/campaigns/${made().over}/${noun}`, answers: ofWriters },
    { path: `/o/krcla/campaigns/${absent}/${noun}`, answers: ofNobody },
    { path: `/o/krcla/campaigns/no-uuid/${noun}`, answers: ofNobody },
    { path: `/o/krc-chicago/campaigns/${made().named}/${noun}`, answers: ofNobody },
  ];
  return {
    "/c/:coalition/plan": () => [
      { path: "/c/emergency-plan/plan", answers: answers(200, 200, "sign-in") },
      { path: "/c/nowhere/plan", answers: ofNobody },
    ],
    "/c/:coalition/plan/meeting": () => [
      { path: "/c/emergency-plan/plan/meeting", answers: answers(200, 200, "sign-in") },
      // A day that is none is answered by a sentence on the page.
      { path: "/c/emergency-plan/plan/meeting?since=2026-02-30", answers: answers(200, 200, "sign-in") },
      { path: "/c/emergency-plan/plan/meeting?since=2098-01-01", answers: answers(200, 200, "sign-in") },
      { path: "/c/nowhere/plan/meeting?since=2026-11-01", answers: ofNobody },
    ],
    "/campaigns/:id": () => [
      { path: `/campaigns/${made().owner}`, answers: answers(200, 404, 404) },
      { path: `/campaigns/${made().named}`, answers: { ...answers(200, 404, 404), neighbor: 200 } },
      { path: `/campaigns/${made().coalition}`, answers: answers(200, 200, 404) },
      { path: `/campaigns/${made().everyone}`, answers: everybody(200) },
      { path: `/campaigns/${absent}`, answers: everybody(404) },
      { path: "/campaigns/no-uuid", answers: everybody(404) },
    ],
    "/o/:organization/campaigns": () => [
      { path: "/o/krcla/campaigns", answers: answers(200, 404, "sign-in") },
      { path: "/o/nowhere/campaigns", answers: ofNobody },
    ],
    "/o/:organization/campaigns/new": () => [{ path: "/o/krcla/campaigns/new", answers: ofWriters }],
    "/o/:organization/campaigns/:id/card": form("card"),
    "/o/:organization/campaigns/:id/outcome": form("outcome"),
    "/o/:organization/campaigns/:id/reopening": form("reopening"),
    "/o/:organization/campaigns/:id/removal": form("removal"),
  };
}
