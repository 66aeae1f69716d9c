import { type Asked, absent, answers, writers } from "./answers";

/** What each actor is answered about taking in a calendar as KRCLA; `draft` is the page of one that waits, `calendar` where those of one that is remembered are. */
export function importRoutes(draft: () => string, calendar: () => string): Record<string, () => Asked[]> {
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
    "/o/:organization/import/addresses/:id/reading": () => ofCalendar(calendar(), "reading"),
    "/o/:organization/import/addresses/:id/removal": () => ofCalendar(calendar(), "removal"),
  };
}

function ofCalendar(calendar: string, verb: string): Asked[] {
  return [
    { path: `${calendar}/${verb}`, answers: writers(200) },
    { path: `${calendar.replace("krcla", "krc-chicago")}/${verb}`, answers: answers(404, 404, "sign-in") },
    { path: `/o/krcla/import/addresses/${absent}/${verb}`, answers: answers(404, 404, "sign-in") },
    { path: `/o/krcla/import/addresses/no-uuid/${verb}`, answers: answers(404, 404, "sign-in") },
  ];
}
