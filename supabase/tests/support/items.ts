import type { TestDatabase } from "./database";

type Organizations = Record<"north" | "south" | "east" | "far", string>;
type Status = "asked" | "accepted" | "declined" | "doing" | "done" | "cannot";
type Item = {
  title: string;
  owner: string;
  coalition: string;
  audience?: "named" | "coalition";
  steps?: string[];
  parts?: [organization: string, status: Status][];
  /** From now, as Postgres says it. */
  due?: string;
};

/**
 * North leads "flyers", which it does itself and asked south to do; "phones" for the whole coalition, of which east does a part;
 * and "kept", which nobody else knows. East leads one for itself, far one for its coalition. South has noted and ticked something.
 */
export async function addItems(
  db: TestDatabase,
  { north, south, east, far }: Organizations,
  { plan, open }: Record<"plan" | "open", string>,
) {
  const flyers = await addItem(db, {
    ...{ title: "flyers", owner: north, coalition: plan, steps: ["print"] },
    parts: [
      [north, "accepted"],
      [south, "asked"],
    ],
  });
  await addItem(db, {
    ...{ title: "phones", owner: north, coalition: plan, audience: "coalition", steps: ["call"], due: "9 days" },
    parts: [[east, "doing"]],
  });
  await addItem(db, { title: "kept", owner: north, coalition: plan });
  await addItem(db, { title: "of east", owner: east, coalition: plan, parts: [[east, "doing"]] });
  await addItem(db, {
    ...{ title: "theirs", owner: far, coalition: open, audience: "coalition" },
    parts: [[far, "accepted"]],
  });
  await db.given(
    "update public.action_part_notes set note = 'Two of us on Friday.' where organization_id = $1 and item_id = $2",
    [south, flyers],
  );
  await db.given(
    `insert into public.action_ticks (organization_id, owner_id, item_id, step_id)
     select $1, s.organization_id, s.item_id, s.id from public.action_steps s where s.item_id = $2`,
    [south, flyers],
  );
}

/** An action item that is due in a week at noon in Chicago if nobody says otherwise. */
export async function addItem(
  db: TestDatabase,
  { title, owner, coalition, audience = "named", steps = [], parts = [], due = "7 days" }: Item,
): Promise<string> {
  const { id } = await db.given<{ id: string }>(
    `insert into public.action_items (organization_id, coalition_id, title, audience, due_local, time_zone)
     values ($1, $2, jsonb_build_object('en', $3::text), $4,
       date_trunc('day', now() at time zone 'America/Chicago' + $5::interval) + interval '12 hours', 'America/Chicago')
     returning id`,
    [owner, coalition, title, audience, due],
  );
  for (const [place, label] of steps.entries()) {
    await db.given(
      `insert into public.action_steps (organization_id, item_id, position, label)
       values ($1, $2, $3, jsonb_build_object('en', $4::text))`,
      [owner, id, place + 1, label],
    );
  }
  for (const [organization, status] of parts) {
    await db.given(
      "insert into public.action_parts (organization_id, owner_id, item_id, status) values ($1, $2, $3, $4)",
      [organization, owner, id, status],
    );
  }
  return id;
}
