import { data, databaseAs } from "./supabase.server";

/** The zones a wall time may stand in, asked for once in a process's life. */
export async function listTimeZones(): Promise<string[]> {
  known ??= data(databaseAs().rpc("list_time_zones"));
  try {
    return await known;
  } catch (thrown) {
    known = undefined;
    throw thrown;
  }
}

let known: Promise<string[]> | undefined;
