import { type Answers, type Asked, absent, answers, everybody, writers } from "./answers";
import type { Kept } from "./cast";

/** What each actor is answered about who helps at a gathering of KRCLA's, how many came, and what else is at its time. */
export function volunteerRoutes(kept: () => Kept): Record<string, () => Asked[]> {
  return {
    "/o/:organization/gatherings/:id/roles": () => [
      { path: `/o/krcla/gatherings/${kept().coalition}/roles`, answers: answers(200, 404, "sign-in") },
      { path: `/o/krc-chicago/gatherings/${kept().coalition}/roles`, answers: answers(404, 404, "sign-in") },
      { path: `/o/krcla/gatherings/${absent}/roles`, answers: answers(404, 404, "sign-in") },
    ],
    "/o/:organization/gatherings/:id/roles/:role": () =>
      ofRole(kept(), "", { ...writers(200), viewer: 403, member: 403 }),
    "/o/:organization/gatherings/:id/roles/:role/place": () => ofRole(kept(), "/place", answers(200, 404, "sign-in")),
    "/o/:organization/gatherings/:id/roles/:role/removal": () =>
      ofRole(kept(), "/removal", { ...writers(200), viewer: 403, member: 403 }),
    "/o/:organization/gatherings/:id/roles/:role/places/:place/removal": () => [
      ...ofRole(kept(), `/places/${kept().place}/removal`, {
        ...writers(200),
        member: 200,
      }),
      ...ofRole(kept(), `/places/${absent}/removal`, answers(404, 404, "sign-in")),
    ],
    "/o/:organization/gatherings/:id/tally": () => [
      { path: `/o/krcla/gatherings/${kept().coalition}/tally`, answers: answers(200, 404, "sign-in") },
      { path: `/o/krc-chicago/gatherings/${kept().coalition}/tally`, answers: answers(404, 404, "sign-in") },
    ],
    "/o/:organization/gatherings/:id/presses": () => [
      { path: `/o/krcla/gatherings/${kept().coalition}/presses`, answers: everybody(404) },
    ],
    "/o/:organization/clashes/found": () => [{ path: "/o/krcla/clashes/found", answers: everybody(404) }],
    "/o/:organization/clashes": () => [
      { path: "/o/krcla/clashes", answers: { ...writers(200), viewer: 403, member: 403 } },
      { path: "/o/nowhere/clashes", answers: answers(404, 404, "sign-in") },
    ],
  };
}

/** A page of the role of KRCLA's gathering, of another role, and in another organization's name. */
const ofRole = (kept: Kept, page: string, expected: Answers): Asked[] => [
  {
    path: `/o/krcla/gatherings/${kept.coalition}/roles/${kept.role}${page}`,
    answers: expected,
  },
  { path: `/o/krcla/gatherings/${kept.coalition}/roles/${absent}${page}`, answers: answers(404, 404, "sign-in") },
  {
    path: `/o/krc-chicago/gatherings/${kept.coalition}/roles/${kept.role}${page}`,
    answers: answers(404, 404, "sign-in"),
  },
];
