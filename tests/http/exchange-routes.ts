import { type Asked, absent, answers, everybody, writers } from "./answers";

/** What each actor is answered about services that come and go; `draft` is the page of a file that KRCLA has read. */
export function exchangeRoutes(draft: () => string): Record<string, () => Asked[]> {
  const editing = { ...writers(200), viewer: 403, member: 403 };
  return {
    "/hsds": () => [{ path: "/hsds", answers: everybody(200) }],
    ...Object.fromEntries(
      ["services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms"].flatMap((list) => [
        [`/hsds/${list}`, () => [{ path: `/hsds/${list}?page=2&per_page=0`, answers: everybody(200) }]],
        [
          `/hsds/${list}/:id`,
          () => [
            { path: `/hsds/${list}/${absent}`, answers: everybody(404) },
            { path: `/hsds/${list}/no-uuid`, answers: everybody(404) },
          ],
        ],
      ]),
    ),
    "/o/:organization/resources/export": () => [
      { path: "/o/krcla/resources/export", answers: answers(200, 404, "sign-in") },
      { path: "/o/krcla/resources/export?whole", answers: answers(200, 404, "sign-in") },
    ],
    "/o/:organization/resources/import": () => [
      { path: "/o/krcla/resources/import", answers: editing },
      { path: "/o/nowhere/resources/import", answers: answers(404, 404, "sign-in") },
    ],
    "/o/:organization/resources/import/template": () => [
      { path: "/o/krcla/resources/import/template", answers: answers(200, 404, "sign-in") },
    ],
    "/o/:organization/resources/import/:import": () => ofDraft(draft(), ""),
    "/o/:organization/resources/import/:import/reversal": () => ofDraft(draft(), "/reversal"),
  };
}

function ofDraft(draft: string, verb: string): Asked[] {
  const editing = (own: number) => ({ ...writers(own), viewer: 403, member: 403 });
  return [
    { path: `${draft}${verb}`, answers: editing(200) },
    { path: `/o/krcla/resources/import/${absent}${verb}`, answers: editing(404) },
    { path: `/o/krcla/resources/import/no-uuid${verb}`, answers: answers(404, 404, "sign-in") },
  ];
}
