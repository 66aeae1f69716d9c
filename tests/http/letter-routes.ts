import type { MadeLetters } from "../support/made-letters";
import { type Answers, type Asked, absent, answers, everybody, ofAdmins, writers } from "./answers";

const ofOwner = answers(200, 404, "sign-in");
const ofNobody = answers(404, 404, "sign-in");
/** Whoever is of KRCLA and may not write, or not sign, is told so. */
const ofWriters: Answers = { ...writers(200), viewer: 403, member: 403 };
const ofAskers: Answers = { ...ofOwner, viewer: 403 };

/** What each actor is answered about letters of the coalition, and about KRCLA's part in them. */
export function letterRoutes(made: () => MadeLetters): Record<string, () => Asked[]> {
  const base = "/o/krcla/letters";
  const ofLead = (noun: string, own: Answers) => () => [
    { path: `${base}/${made().led}/${noun}`, answers: own },
    { path: `${base}/${made().open}/${noun}`, answers: ofNobody },
    { path: `/o/krc-chicago/letters/${made().led}/${noun}`, answers: ofNobody },
    { path: `${base}/${absent}/${noun}`, answers: ofNobody },
    { path: `${base}/no-uuid/${noun}`, answers: ofNobody },
  ];
  return {
    "/c/:coalition/letters": () => [
      { path: "/c/emergency-plan/letters", answers: answers(200, 200, "sign-in") },
      { path: "/c/nowhere/letters", answers: ofNobody },
    ],
    "/letters/:id": () => [
      { path: `/letters/${made().final}`, answers: everybody(200) },
      { path: `/letters/${made().led}`, answers: answers(200, 200, 404) },
      { path: `/letters/${absent}`, answers: everybody(404) },
      { path: "/letters/no-uuid", answers: everybody(404) },
    ],
    "/letters/:id/letter.pdf": () => [
      { path: `/letters/${made().final}/letter.pdf`, answers: everybody(200) },
      { path: `/letters/${made().led}/letter.pdf`, answers: answers(200, 200, 404) },
      { path: `/letters/${absent}/letter.pdf`, answers: everybody(404) },
    ],
    "/o/:organization/letters": () => [
      { path: base, answers: ofOwner },
      { path: "/o/nowhere/letters", answers: ofNobody },
    ],
    "/o/:organization/letters/new": () => [{ path: `${base}/new`, answers: ofWriters }],
    "/o/:organization/letters/signers": () => [{ path: `${base}/signers`, answers: ofOwner }],
    "/o/:organization/letters/:letter": () => [
      { path: `${base}/${made().led}`, answers: ofOwner },
      { path: `${base}/${made().open}`, answers: ofOwner },
      { path: `${base}/${absent}`, answers: ofNobody },
      { path: `${base}/no-uuid`, answers: ofNobody },
    ],
    ...Object.fromEntries(
      ["text", "deadline", "audience", "campaign", "closing", "removal", "others"].map((noun) => [
        `/o/:organization/letters/:letter/${noun}`,
        ofLead(noun, ofWriters),
      ]),
    ),
    "/o/:organization/letters/:letter/signature": () => [
      { path: `${base}/${made().open}/signature`, answers: ofAskers },
      { path: `${base}/${made().late}/signature`, answers: ofAskers },
      { path: `${base}/${absent}/signature`, answers: ofNobody },
    ],
    "/o/:organization/letters/:letter/refusal": () => [
      { path: `${base}/${made().led}/refusal`, answers: ofAdmins },
      { path: `${base}/${made().open}/refusal`, answers: ofNobody },
    ],
    "/o/:organization/letters/:letter/withdrawal": () => [
      // KRCLA has signed none of them: there is nothing to take back.
      { path: `${base}/${made().led}/withdrawal`, answers: ofNobody },
      { path: `${base}/${absent}/withdrawal`, answers: ofNobody },
    ],
    "/o/:organization/letters/:letter/others/:other/confirmation": () => [
      { path: `${base}/${made().led}/others/${made().other}/confirmation`, answers: ofWriters },
      { path: `${base}/${made().led}/others/${absent}/confirmation`, answers: ofNobody },
      { path: `${base}/${made().late}/others/${made().other}/confirmation`, answers: ofNobody },
    ],
    "/o/:organization/letters/:letter/others/:other/removal": () => [
      { path: `${base}/${made().led}/others/${made().other}/removal`, answers: ofWriters },
      { path: `${base}/${made().led}/others/${absent}/removal`, answers: ofNobody },
      { path: `/o/krc-chicago/letters/${made().led}/others/${made().other}/removal`, answers: ofNobody },
    ],
  };
}
