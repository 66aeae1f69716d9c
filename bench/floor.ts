import { createServer } from "node:http";
import pg from "pg";

/**
 * The least anybody could write: a bare handler and one transaction as a visitor under the same policies,
 * answering what the page shows as JSON. The page is measured against it, in the same run.
 */
const [databaseUrl, coalition, from, to] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });

const server = createServer(async (_request, response) => {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query("set local role anon");
    const { rows } = await client.query("select public.coalition_calendar($1, $2, $3) as calendar", [
      coalition,
      from,
      to,
    ]);
    await client.query("commit");
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(rows[0]?.calendar));
  } catch (error) {
    await client.query("rollback");
    response.statusCode = 500;
    response.end(String(error));
  } finally {
    client.release();
  }
});

server.listen(0, "127.0.0.1", () => process.send?.(server.address()));
process.on("disconnect", () => process.exit(0));
