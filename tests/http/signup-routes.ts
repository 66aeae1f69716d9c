import { type Asked, absent, answers, everybody, writers } from "./answers";
import type { Kept } from "./cast";

/** What each actor is answered about signing up for KRCLA's gatherings, with and without the link of a host. */
export function signupRoutes(kept: () => Kept): Record<string, () => Asked[]> {
  const readers = (own: number) => ({ ...answers(own, 404, "sign-in"), viewer: 403 });
  return {
    "/gatherings/:id/signup": () => [
      { path: `/gatherings/${kept().everyone}/signup`, answers: everybody(200) },
      { path: `/gatherings/${kept().everyone}/signup?via=krc-chicago`, answers: everybody(200) },
      { path: `/gatherings/${kept().coalition}/signup`, answers: everybody(404) },
      { path: `/gatherings/${kept().owner}/signup?via=krcla`, answers: everybody(404) },
      { path: `/gatherings/${absent}/signup?via=krcla`, answers: everybody(404) },
    ],
    "/signups": () => [{ path: "/signups", answers: everybody(200) }],
    "/signups/:code": () => [{ path: "/signups/0123456789AB", answers: everybody(404) }],
    "/signups/:code/change": () => [{ path: "/signups/0123456789AB/change", answers: everybody(404) }],
    "/signups/:code/cancellation": () => [{ path: "/signups/0123456789AB/cancellation", answers: everybody(404) }],
    "/o/:organization/gatherings/:id/signups": () => [
      { path: `/o/krcla/gatherings/${kept().everyone}/signups`, answers: readers(200) },
      { path: `/o/krc-chicago/gatherings/${kept().everyone}/signups`, answers: answers(404, 404, "sign-in") },
      { path: `/o/krcla/gatherings/${absent}/signups`, answers: { ...answers(404, 404, "sign-in"), viewer: 403 } },
    ],
    "/o/:organization/gatherings/:id/signups/settings": () => [
      { path: `/o/krcla/gatherings/${kept().everyone}/signups/settings`, answers: writers(200) },
      { path: `/o/krc-chicago/gatherings/${kept().everyone}/signups/settings`, answers: answers(404, 404, "sign-in") },
    ],
    "/o/:organization/gatherings/:id/signups/:signup/removal": () => [
      {
        path: `/o/krcla/gatherings/${kept().everyone}/signups/${absent}/removal`,
        answers: { ...answers(404, 404, "sign-in"), viewer: 403 },
      },
    ],
  };
}
