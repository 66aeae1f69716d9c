import { type Asked, absent, answers, writers } from "./answers";

/** What each actor is answered about taking in a calendar as KRCLA; `draft` is the page of one that waits. */
export function importRoutes(draft: () => string): Record<string, () => Asked[]> {
  return {
    "/o/:organization/import": () => [
      { path: "/o/krcla/import", answers: { ...writers(200), viewer: 403, member: 403 } },
      { path: "/o/nowhere/import", answers: answers(404, 404, "sign-in") },
    ],
    "/o/:organization/import/:draft": () => [
      { path: draft(), answers: { ...writers(200), viewer: 403, member: 403 } },
      { path: draft().replace("krcla", "krc-chicago"), answers: answers(404, 404, "sign-in") },
      { path: `/o/krcla/import/${absent}`, answers: { ...writers(404), viewer: 403, member: 403 } },
      { path: "/o/krcla/import/no-uuid", answers: answers(404, 404, "sign-in") },
    ],
  };
}
