import { type MadeItems, makeItems } from "../support/made-items";
import type { Local } from "../support/product";
import { sendEmptyForm } from "./send-empty-form";

const editor = "editor@krcla.example";
const form = (key: keyof MadeItems, noun: string) => async (local: Local) =>
  `/o/krcla/items/${(await makeItems(local))[key]}/${noun}`;

/** The finished pages of what is done together. */
export const itemPages = [
  { name: "what a coalition does together", as: editor, path: () => "/c/emergency-plan/items" },
  { name: "what a coalition does together, as a board", as: editor, path: () => "/c/emergency-plan/items?as=board" },
  { name: "what an organization is asked and does", as: editor, path: () => "/o/krcla/items" },
  {
    name: "something done together",
    as: editor,
    path: async (local: Local) => `/items/${(await makeItems(local)).named}`,
  },
  {
    name: "form of something to do, with mistakes",
    as: editor,
    path: () => "/o/krcla/items/new",
    before: sendEmptyForm,
  },
  { name: "something done together to change", as: editor, path: form("named", "card") },
  { name: "whom to ask", as: editor, path: form("named", "asking") },
  { name: "all core members to ask", as: editor, path: form("named", "core-asking") },
  { name: "an organization's own part", as: editor, path: form("named", "part") },
  { name: "something done together to close", as: editor, path: form("named", "closing") },
  { name: "something done together to open again", as: editor, path: form("closed", "reopening") },
  { name: "something done together to remove", as: editor, path: form("own", "removal") },
];
