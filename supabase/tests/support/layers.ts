import { addGathering, type Cast } from "./cast";
import type { TestDatabase } from "./database";

export const audiences = ["owner", "named", "coalition", "everyone"] as const;
export type Audience = (typeof audiences)[number];

/** A gathering of north with a card and a detail for these audiences, each named to south where it is named, and notes. */
export async function addPair(db: TestDatabase, cast: Cast, card: Audience, detail: Audience): Promise<string> {
  const { north, south } = cast.organizations;
  const id = await addGathering(db, {
    title: `${card} over ${detail}`,
    organization: north,
    coalition: cast.coalitions.plan,
    audience: card,
  });
  const share =
    "insert into public.shares (organization_id, gathering_id, layer, recipient_id) values ($1, $2, $3, $4)";
  if (card === "named") await db.given(share, [north, id, "card", south]);
  await db.given(
    `insert into public.gathering_details (organization_id, gathering_id, address, audience, coalition_id)
     values ($1, $2, 'Zinnia Street 1', $3, $4)`,
    [north, id, detail, detail === "coalition" ? cast.coalitions.plan : null],
  );
  if (detail === "named") await db.given(share, [north, id, "detail", south]);
  await db.given(
    "insert into public.gathering_notes (organization_id, gathering_id, body) values ($1, $2, 'Zinnia key')",
    [north, id],
  );
  return id;
}
