import type { TransactionSql } from "postgres";
import type { DemonstrationGathering } from "./gatherings/gathering";

type Below = { organizationId: string; id: string; ids: Map<string, string>; coalitionId: string };

/** The exact place and what to know on the way, with whoever else sees it. */
export async function addDetail(
  tx: TransactionSql,
  detail: NonNullable<DemonstrationGathering["detail"]>,
  { organizationId, id, ids, coalitionId }: Below,
): Promise<void> {
  const { recipients = [], instructions = {}, ...columns } = detail;
  await tx`
    insert into public.gathering_details ${tx({
      ...columns,
      instructions: tx.json(instructions),
      organization_id: organizationId,
      gathering_id: id,
      coalition_id: columns.audience === "coalition" ? coalitionId : null,
    })}`;
  for (const recipient of recipients) {
    await tx`
      insert into public.shares (organization_id, gathering_id, layer, recipient_id)
      values (${organizationId}, ${id}, 'detail', ${ids.get(recipient) ?? ""})`;
  }
}
