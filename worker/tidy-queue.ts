import { makeWorkerUtils } from "graphile-worker";
import type { Sql } from "postgres";

/** Takes jobs away from workers that were ended in the midst of them, and gives a job to every message that lost its own. */
export async function tidyQueue(sql: Sql, databaseUrl: string): Promise<void> {
  const gone = await sql<{ locked_by: string }[]>`
    select distinct locked_by from graphile_worker.jobs where locked_at < now() - interval '4 hours'`;
  const queue = await makeWorkerUtils({ connectionString: databaseUrl, maxPoolSize: 1 });
  try {
    await queue.forceUnlockWorkers(gone.map(({ locked_by }) => locked_by));
    await queue.cleanup({ tasks: ["DELETE_PERMAFAILED_JOBS"] });
  } finally {
    await queue.release();
  }
  await sql`
    update public.messages m set due_at = m.due_at
    where m.state = 'waiting' and not exists (select from graphile_worker.jobs j where j.key = 'send:' || m.id)`;
}
