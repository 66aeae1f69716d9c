import { type Asked, absent, answers, writers } from "./answers";
import type { Kept } from "./cast";

/** What each actor is answered about KRCLA's templates. */
export function templateRoutes(kept: () => Kept): Record<string, () => Asked[]> {
  return {
    "/o/:organization/templates": () => [
      { path: "/o/krcla/templates", answers: { ...writers(200), viewer: 403, member: 403 } },
    ],
    "/o/:organization/templates/:id/removal": () => [
      { path: `/o/krcla/templates/${kept().template}/removal`, answers: writers(200) },
      { path: `/o/krcla/templates/${absent}/removal`, answers: answers(404, 404, "sign-in") },
      { path: "/o/krcla/templates/no-uuid/removal", answers: answers(404, 404, "sign-in") },
      { path: `/o/krc-chicago/templates/${kept().template}/removal`, answers: answers(404, 404, "sign-in") },
    ],
  };
}
