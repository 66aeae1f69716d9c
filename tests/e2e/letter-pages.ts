import { type MadeLetters, makeLetters } from "../support/made-letters";
import type { Local } from "../support/product";
import { sendEmptyForm } from "./send-empty-form";

const editor = "editor@krcla.example";
const admin = "admin@krcla.example";
const of =
  (which: keyof MadeLetters, noun = "") =>
  async (local: Local) =>
    `/o/krcla/letters/${(await makeLetters(local))[which]}${noun}`;
const ofOther = (noun: string) => async (local: Local) => {
  const { led, other } = await makeLetters(local);
  return `/o/krcla/letters/${led}/others/${other}/${noun}`;
};

/** The finished pages of sign-on letters. */
export const letterPages = [
  { name: "letters of the coalition", as: editor, path: () => "/c/emergency-plan/letters" },
  {
    name: "letters of an organization",
    as: admin,
    path: async (local: Local) => makeLetters(local).then(() => "/o/krcla/letters"),
  },
  { name: "final letter", as: null, path: async (local: Local) => `/letters/${(await makeLetters(local)).final}` },
  {
    name: "letter for the coalition",
    as: editor,
    path: async (local: Local) => `/letters/${(await makeLetters(local)).led}`,
  },
  { name: "form of a letter, with mistakes", as: editor, path: () => "/o/krcla/letters/new", before: sendEmptyForm },
  { name: "letter that an organization leads", as: admin, path: of("led") },
  { name: "letter to sign", as: editor, path: of("open") },
  { name: "other text of a letter", as: editor, path: of("led", "/text") },
  { name: "other deadlines of a letter", as: editor, path: of("led", "/deadline") },
  { name: "readers of a letter", as: editor, path: of("led", "/audience") },
  { name: "campaign of a letter", as: editor, path: of("led", "/campaign") },
  { name: "draft of a letter, with its next step", as: editor, path: of("draft") },
  { name: "draft to remove", as: editor, path: of("draft", "/removal") },
  { name: "letter to close", as: editor, path: of("led", "/closing") },
  { name: "signature that a colleague asks for", as: admin, path: of("led", "/signature") },
  {
    name: "confirmation of a changed letter",
    as: "admin@invented-latino-neighbors.example",
    path: async (local: Local) => `/o/invented-latino-neighbors/letters/${(await makeLetters(local)).led}/signature`,
  },
  { name: "signature after the deadline", as: admin, path: of("late", "/signature") },
  { name: "signature to decline", as: admin, path: of("led", "/refusal") },
  {
    name: "signature to take back",
    as: "admin@invented-latino-neighbors.example",
    path: async (local: Local) => `/o/invented-latino-neighbors/letters/${(await makeLetters(local)).led}/withdrawal`,
  },
  { name: "signatories without an account", as: editor, path: of("led", "/others"), before: sendEmptyForm },
  { name: "signatory that confirmed", as: editor, path: ofOther("confirmation") },
  { name: "signatory to take off", as: editor, path: ofOther("removal") },
  { name: "who signs for an organization", as: admin, path: () => "/o/krcla/letters/signers" },
];
