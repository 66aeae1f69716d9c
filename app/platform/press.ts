import { z } from "zod";

/** A press that needs no more than itself. */
export const pressSchema = z.object({});
