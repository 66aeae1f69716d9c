import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { ReservedSql } from "postgres";
import { signInAs } from "../tests/support/member";
import { ownerOf } from "../tests/support/owner";
import type { Local } from "../tests/support/product";
import { median } from "./median";

/** The board of a full plan: its page over its own SQL, and that over the same conditions by hand. Times in milliseconds. */
export type PlanBoardFigure = {
  campaigns: number;
  items: number;
  page: number;
  policies: number;
  byHand: number;
  pageOverSql: number;
  policiesOverHand: number;
  gzipped: number;
};

const email = "viewer@krcla.example";
const own = "b0000000-0000-4000-8000-000000000000";

export async function measurePlanBoard(local: Local, rounds: number): Promise<PlanBoardFigure> {
  const owner = ownerOf(local);
  await owner.unsafe(readFileSync(new URL("./full-board.sql", import.meta.url), "utf8"));
  const [person] = await owner`
    insert into public.memberships (organization_id, person_id, role)
    select ${own}, u.id, 'viewer' from auth.users u where u.email = ${email} returning person_id as id`;
  const [session] =
    await owner`insert into auth.sessions (id, user_id) values (gen_random_uuid(), ${person?.id}) returning id`;
  await owner.unsafe("analyze");
  const connection = await owner.reserve();
  const claims = JSON.stringify({ sub: person?.id, role: "authenticated", session_id: session?.id });
  try {
    await writeByHand(connection);
    const somebody = await signInAs(local, email);
    const taken: Record<"page" | "policies" | "byHand", number[]> = { page: [], policies: [], byHand: [] };
    let [html, campaigns] = ["", 0];
    for (let round = -4; round < rounds; round += 1) {
      const began = performance.now();
      html = await (await somebody.get("/c/full-plan/plan")).text();
      const page = performance.now() - began;
      // Whoever asks second finds warmer caches: each is first every other time.
      const first = round % 2 === 0 ? await timed(connection, claims, "authenticated", "plan_board") : undefined;
      const byHand = await timed(connection, claims, null, "plan_by_hand");
      const policies = first ?? (await timed(connection, claims, "authenticated", "plan_board"));
      if (policies.text !== byHand.text) throw new Error("The board through the policies is not the board by hand.");
      campaigns = JSON.parse(byHand.text).campaigns.length;
      if (round < 0) continue;
      taken.page.push(page);
      taken.policies.push(policies.milliseconds);
      taken.byHand.push(byHand.milliseconds);
    }
    const [page, policies, byHand] = [median(taken.page), median(taken.policies), median(taken.byHand)];
    return {
      ...{ campaigns, items: 2000, page, policies, byHand },
      ...{ pageOverSql: over(page, byHand), policiesOverHand: over(policies, byHand) },
      gzipped: gzipSync(html).length,
    };
  } finally {
    connection.release();
    await owner.end();
  }
}

const over = (time: number, base: number) => Math.round((time / base) * 100) / 100;

/** The board's own statement with what the member of the bench may see written out, for somebody whom no policy holds. */
async function writeByHand(connection: ReservedSql): Promise<void> {
  const [row] = await connection`select pg_get_functiondef('public.plan_board(text)'::regprocedure) as text`;
  let text = String(row?.text).replaceAll("plan_board", "plan_by_hand");
  for (const [policies, byHand] of [
    [
      "where c.id = any ((select private.campaigns_of_plan(coalition.id))::uuid[])",
      `where c.coalition_id = coalition.id and (c.organization_id = '${own}' or c.audience in ('coalition', 'everyone')
        or (c.audience = 'named' and exists (select from public.campaign_shares s where s.organization_id = c.organization_id
          and s.campaign_id = c.id and s.recipient_id = '${own}')))`,
    ],
    [
      "where i.coalition_id = coalition.id",
      `where i.coalition_id = coalition.id and (i.organization_id = '${own}' or i.audience = 'coalition'
        or (i.audience = 'named' and exists (select from public.action_part_notes n where n.owner_id = i.organization_id
          and n.item_id = i.id and n.organization_id = '${own}')))`,
    ],
    [
      "from private.parts_in(coalition.id) p join things t on t.id = p.item_id",
      `from public.action_parts p join things t on t.organization_id = p.owner_id and t.id = p.item_id
       where p.coalition_id = coalition.id`,
    ],
  ] as const) {
    if (!text.includes(policies)) throw new Error(`The board no longer says: ${policies}`);
    text = text.replace(policies, byHand);
  }
  await connection.unsafe(text);
}

async function timed(connection: ReservedSql, claims: string, role: "authenticated" | null, name: string) {
  await connection.unsafe("begin");
  await connection`select set_config('request.jwt.claims', ${claims}, true)`;
  if (role) await connection`select set_config('role', ${role}, true)`;
  const began = performance.now();
  const [row] = await connection.unsafe(`select public.${name}('full-plan')::text as board`);
  const milliseconds = performance.now() - began;
  await connection.unsafe("rollback");
  return { milliseconds, text: String(row?.board) };
}
