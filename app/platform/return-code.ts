import { z } from "zod";

/** The code that somebody without an account comes back with, as they typed it. */
export const returnCodeSchema = z.object({ code: z.string("required").trim().min(1, "required").max(100) });

/** A typed code as an address writes it: without its spaces and dashes. */
export const codeInAddress = (code: string) => encodeURIComponent(code.replace(/[\s-]/g, "").toUpperCase());
