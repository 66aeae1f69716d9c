import type { Actor } from "./cast";

/** What each actor is answered: a status, or "sign-in" for being sent there. */
export type Answers = Record<Actor, number | "sign-in">;
export type Asked = { path: string; answers: Answers };

export const everybody = (status: number): Answers => answers(status, status, status);
/** Of KRCLA, of another organization of the coalition, a visitor. */
export const answers = (own: number, fellow: number, visitor: number | "sign-in"): Answers => ({
  ...{ visitor, viewer: own, member: own, editor: own, admin: own, neighbor: fellow, ally: fellow },
});
export const ofAdmins = { ...answers(403, 404, "sign-in"), admin: 200 };
export const writers = (own: number): Answers => ({ ...answers(404, 404, "sign-in"), editor: own, admin: own });

/** An id that nothing has. */
export const absent = "00000000-0000-4000-8000-000000000000";
