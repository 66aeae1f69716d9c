import { type Asked, absent, answers, everybody, ofHost, writers } from "./answers";
import type { Listed } from "./directory-cast";

/** What each actor is answered about whether KRCLA's services are right. */
export function truthRoutes(listed: () => Listed): Record<string, () => Asked[]> {
  const byWriters = { ...writers(200), viewer: 403, member: 403 } as const;
  const nobody = answers(404, 404, "sign-in");
  const ofKrcla = { ...nobody, viewer: 403, member: 403 } as const;
  const read = (noun: string) => [
    { path: `/resources/${listed().owner}/${noun}`, answers: answers(200, 404, 404) },
    { path: `/resources/${listed().named}/${noun}`, answers: { ...answers(200, 404, 404), neighbor: 200 } },
    { path: `/resources/${listed().coalition}/${noun}`, answers: answers(200, 200, 404) },
    { path: `/resources/${listed().everyone}/${noun}`, answers: everybody(200) },
    { path: `/resources/${listed().everyone}/${noun}?field=phones&done=nonsense`, answers: everybody(200) },
    { path: `/resources/${absent}/${noun}`, answers: everybody(404) },
    { path: `/resources/no-uuid/${noun}`, answers: everybody(404) },
  ];
  const base = (slug: string, service: string) => `/o/${slug}/resources/${service}`;
  return {
    "/resources/:service/truth": () => read("truth"),
    "/resources/:service/suggestion": () => [
      ...read("suggestion"),
      { path: `/resources/${listed().draft}/suggestion`, answers: everybody(404) },
    ],
    "/suggestions": () => [{ path: "/suggestions", answers: everybody(200) }],
    "/suggestions/:code": () => [{ path: "/suggestions/0123456789AB", answers: everybody(404) }],
    "/still-true/:token": () => [
      { path: `/still-true/${listed().stillTrue}`, answers: everybody(200) },
      { path: "/still-true/never-given-out", answers: everybody(410) },
    ],
    "/o/:organization/resources/checks": () => [
      { path: "/o/krcla/resources/checks", answers: answers(200, 404, "sign-in") },
      { path: "/o/nowhere/resources/checks", answers: nobody },
    ],
    "/o/:organization/resources/:service/verification": () => [
      { path: `${base("krcla", listed().everyone)}/verification`, answers: writers(200) },
      { path: `${base("krc-chicago", listed().everyone)}/verification`, answers: ofHost },
      { path: `${base("krc-chicago", listed().owner)}/verification`, answers: nobody },
      { path: `${base("krcla", absent)}/verification`, answers: nobody },
      { path: `${base("krcla", "no-uuid")}/verification`, answers: nobody },
    ],
    "/o/:organization/resources/:service/suggestions": () => [
      { path: `${base("krcla", listed().everyone)}/suggestions`, answers: byWriters },
      { path: `${base("krc-chicago", listed().coalition)}/suggestions`, answers: ofHost },
      { path: `${base("krc-chicago", listed().everyone)}/suggestions`, answers: nobody },
      { path: `${base("krcla", absent)}/suggestions`, answers: ofKrcla },
    ],
    ...Object.fromEntries(
      ["acceptance", "refusal"].map((noun) => [
        `/o/:organization/resources/:service/suggestions/:suggestion/${noun}`,
        () => [
          {
            path: `${base("krcla", listed().everyone)}/suggestions/${listed().suggestion}/${noun}`,
            answers: byWriters,
          },
          { path: `${base("krcla", listed().everyone)}/suggestions/${absent}/${noun}`, answers: ofKrcla },
          { path: `${base("krcla", listed().coalition)}/suggestions/${listed().suggestion}/${noun}`, answers: ofKrcla },
          {
            path: `${base("krc-chicago", listed().everyone)}/suggestions/${listed().suggestion}/${noun}`,
            answers: nobody,
          },
          { path: `${base("krcla", listed().everyone)}/suggestions/no-uuid/${noun}`, answers: nobody },
        ],
      ]),
    ),
    ...Object.fromEntries(
      ["acceptance", "removal"].map((noun) => [
        `/o/:organization/resources/:service/disagreements/${noun}`,
        () => [
          {
            path: `${base("krcla", listed().everyone)}/disagreements/${noun}?field=phones&source=A+list`,
            answers: byWriters,
          },
          { path: `${base("krcla", listed().everyone)}/disagreements/${noun}?field=phones`, answers: ofKrcla },
          {
            path: `${base("krc-chicago", listed().everyone)}/disagreements/${noun}?field=phones&source=A+list`,
            answers: nobody,
          },
        ],
      ]),
    ),
    "/o/:organization/resources/:service/stewardship": () => [
      { path: `${base("krc-chicago", listed().named)}/stewardship`, answers: ofHost },
      { path: `${base("krc-chicago", listed().everyone)}/stewardship`, answers: nobody },
      { path: `${base("krc-chicago", listed().owner)}/stewardship`, answers: nobody },
      { path: `${base("krcla", listed().named)}/stewardship`, answers: nobody },
    ],
    "/o/:organization/resources/:service/stewardship/ending": () => [
      { path: `${base("krcla", listed().coalition)}/stewardship/ending`, answers: writers(200) },
      { path: `${base("krc-chicago", listed().coalition)}/stewardship/ending`, answers: ofHost },
      { path: `${base("krcla", listed().everyone)}/stewardship/ending`, answers: nobody },
    ],
    "/o/:organization/resources/:service/correction": () => [
      { path: `${base("krc-chicago", listed().coalition)}/correction`, answers: ofHost },
      { path: `${base("krc-chicago", listed().coalition)}/correction?field=schedules`, answers: ofHost },
      { path: `${base("krc-chicago", listed().everyone)}/correction`, answers: nobody },
      { path: `${base("krcla", listed().coalition)}/correction`, answers: ofKrcla },
    ],
  };
}
