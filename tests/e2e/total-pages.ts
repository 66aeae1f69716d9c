import { makeTotals } from "../support/made-totals";
import type { Local } from "../support/product";
import { sendEmptyForm } from "./send-empty-form";

const editor = "editor@krcla.example";
const ofMetric = (noun: string) => async (local: Local) => `/o/krcla/totals/${(await makeTotals(local)).metric}${noun}`;

/** The finished pages of what organizations count together. */
export const totalPages = [
  { name: "what the coalition counts", as: editor, path: () => "/c/emergency-plan/totals" },
  { name: "what an organization counts", as: editor, path: () => "/o/krcla/totals" },
  {
    name: "form of something to count, with mistakes",
    as: editor,
    path: () => "/o/krcla/totals/new",
    before: sendEmptyForm,
  },
  {
    name: "something counted, to change",
    as: editor,
    path: async (local: Local) => `/o/krcla/totals/${(await makeTotals(local)).led}/card`,
  },
  { name: "numbers of an organization", as: editor, path: ofMetric("") },
  { name: "a number to hand over", as: editor, path: ofMetric("/handovers/new") },
  {
    name: "a number to take back",
    as: editor,
    path: async (local: Local) => {
      const { metric, handover } = await makeTotals(local);
      return `/o/krcla/totals/${metric}/handovers/${handover}/ending`;
    },
  },
];
