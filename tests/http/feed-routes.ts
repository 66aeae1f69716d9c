import { type Asked, absent, answers, everybody } from "./answers";
import type { Kept } from "./cast";

/** Every address of feeds, and where one subscribes to them. */
export function feedRoutes(made: () => { kept: Kept; token: string }): Record<string, () => Asked[]> {
  return {
    "/subscription": () => [{ path: "/subscription", answers: everybody(200) }],
    "/calendar.ics": () => [{ path: "/calendar.ics", answers: everybody(200) }],
    "/c/:coalition/calendar.ics": () => [
      { path: "/c/emergency-plan/calendar.ics", answers: everybody(200) },
      { path: "/c/nowhere/calendar.ics", answers: everybody(404) },
    ],
    "/o/:organization/calendar.ics": () => [
      { path: "/o/krcla/calendar.ics", answers: everybody(200) },
      { path: "/o/nowhere/calendar.ics", answers: everybody(404) },
    ],
    "/gatherings/:id/calendar.ics": () => [
      { path: `/gatherings/${made().kept.owner}/calendar.ics`, answers: answers(200, 404, 404) },
      { path: `/gatherings/${made().kept.draft}/calendar.ics`, answers: everybody(404) },
      { path: `/gatherings/${made().kept.named}/calendar.ics`, answers: { ...answers(200, 404, 404), neighbor: 200 } },
      { path: `/gatherings/${made().kept.coalition}/calendar.ics`, answers: answers(200, 200, 404) },
      { path: `/gatherings/${made().kept.cancelled}/calendar.ics`, answers: answers(200, 200, 404) },
      { path: `/gatherings/${made().kept.everyone}/calendar.ics`, answers: everybody(200) },
      { path: `/gatherings/${absent}/calendar.ics`, answers: everybody(404) },
      { path: "/gatherings/no-uuid/calendar.ics", answers: everybody(404) },
    ],
    "/feeds/:token/calendar.ics": () => [
      { path: `/feeds/${made().token}/calendar.ics`, answers: everybody(200) },
      { path: "/feeds/never-given-out/calendar.ics", answers: everybody(404) },
    ],
  };
}
