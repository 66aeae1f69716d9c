import type { MadeTotals } from "../support/made-totals";
import { type Answers, type Asked, absent, answers, writers } from "./answers";

const ofOwner = answers(200, 404, "sign-in");
const ofNobody = answers(404, 404, "sign-in");
/** Whoever is of KRCLA and may not write is told so. */
const ofWriters: Answers = { ...writers(200), viewer: 403, member: 403 };

/** What each actor is answered about what the coalition counts together, and about KRCLA's own numbers. */
export function totalRoutes(made: () => MadeTotals): Record<string, () => Asked[]> {
  const base = "/o/krcla/totals";
  return {
    "/c/:coalition/totals": () => [
      { path: "/c/emergency-plan/totals", answers: answers(200, 200, "sign-in") },
      { path: "/c/nowhere/totals", answers: ofNobody },
    ],
    "/o/:organization/totals": () => [
      { path: base, answers: ofOwner },
      { path: "/o/nowhere/totals", answers: ofNobody },
    ],
    "/o/:organization/totals/new": () => [{ path: `${base}/new`, answers: ofWriters }],
    "/o/:organization/totals/:metric": () => [
      { path: `${base}/${made().metric}`, answers: ofOwner },
      { path: `${base}/${made().metric}?month=1999-01`, answers: ofOwner },
      { path: `${base}/${absent}`, answers: ofNobody },
      { path: `${base}/no-uuid`, answers: ofNobody },
    ],
    "/o/:organization/totals/:metric/card": () => [
      { path: `${base}/${made().led}/card`, answers: ofWriters },
      // What another organization leads is changed by that one alone.
      { path: `${base}/${made().metric}/card`, answers: ofNobody },
      { path: `/o/krc-chicago/totals/${made().led}/card`, answers: ofNobody },
      { path: `${base}/${absent}/card`, answers: ofNobody },
    ],
    "/o/:organization/totals/:metric/handovers/new": () => [
      { path: `${base}/${made().metric}/handovers/new`, answers: ofWriters },
      { path: `${base}/${absent}/handovers/new`, answers: ofNobody },
    ],
    "/o/:organization/totals/:metric/handovers/:handover/ending": () => [
      { path: `${base}/${made().metric}/handovers/${made().handover}/ending`, answers: ofWriters },
      { path: `${base}/${made().metric}/handovers/${absent}/ending`, answers: ofNobody },
      { path: `/o/krc-chicago/totals/${made().metric}/handovers/${made().handover}/ending`, answers: ofNobody },
    ],
  };
}
