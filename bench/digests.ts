import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import type { Sql } from "postgres";
import { ownerOf } from "../tests/support/owner";
import { startProduct } from "../tests/support/product";
import { startSmtpServer } from "../tests/support/smtp-server";

/** How long one worker takes for the weekly digests of 1,500 people, and where they go. */
export type DigestFigure = { to: string; digests: number; seconds: number; perSecond: number };

/** The digests of a week, queued at once: into the mailbox of the demonstration, and to a mail server on loopback. */
export async function measureDigests(): Promise<DigestFigure[]> {
  const server = await startSmtpServer();
  try {
    return [
      await measure("the mailbox", {}),
      await measure("a mail server", { SMTP_URL: server.url, MAIL_FROM: "Hamkke <mail@hamkke.example>" }),
    ];
  } finally {
    await server.close();
  }
}

async function measure(to: string, environment: Record<string, string>): Promise<DigestFigure> {
  const product = await startProduct(environment);
  const owner = ownerOf(product.local);
  try {
    await owner.unsafe(readFileSync(new URL("./many-digests.sql", import.meta.url), "utf8"));
    const began = performance.now();
    await owner`
      insert into public.messages (kind, organization_id, person_id)
      select 'digest', m.organization_id, m.person_id from public.memberships m
      join auth.users u on u.id = m.person_id and u.email like '%@bench.example'`;
    const digests = await untilSent(owner);
    const seconds = Math.round((performance.now() - began) / 10) / 100;
    return { to, digests, seconds, perSecond: Math.round(digests / seconds) };
  } finally {
    await owner.end();
    await product.stop();
  }
}

async function untilSent(owner: Sql): Promise<number> {
  for (;;) {
    const [row] = await owner<{ waiting: number; sent: number; others: number }[]>`
      select count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where state = 'sent')::int as sent,
        count(*) filter (where state in ('failed', 'left_out'))::int as others
      from public.messages where kind = 'digest'`;
    if (row && row.others > 0) throw new Error(`${row.others} digests were not sent`);
    if (row && row.waiting === 0) return row.sent;
    await pause(50);
  }
}
