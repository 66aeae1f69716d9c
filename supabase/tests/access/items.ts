import { each, refused, type TableAccess } from "./outcome";

const titleOfItem = "(select i.title ->> 'en' from public.action_items i where i.id = item_id)";
const slugOf = "(select o.slug from public.organizations o where o.id = organization_id)";
const ofItem = (title: string) => `from public.action_items i where i.title ->> 'en' = '${title}'`;

/** The same for all people of north who belong to it now. */
const inNorth = (outcome: string[]) => ({ viewer: outcome, member: outcome, editor: outcome, admin: outcome });
const writersOfNorth = (outcome: string[]) => ({ editor: outcome, admin: outcome });
/** Who sees the item, and may not do this with it. */
const notTheirs = { visitor: "42501", viewer: "42501", member: "42501", neighbor: "42501", both: "42501" } as const;

const itemSight = each([], {
  visitor: "42501",
  ...inNorth(["flyers", "kept", "phones"]),
  neighbor: ["flyers", "phones"],
  outsider: ["theirs"],
  both: ["flyers", "kept", "phones", "theirs"],
});
const partSight = ["east in phones", "north in flyers", "south in flyers"];

/** Who may call what about action items. */
export const itemCallers: Record<string, ("anon" | "authenticated")[]> = {
  "ask_for_parts(uuid,uuid,boolean,uuid[])": ["authenticated"],
  "close_item(uuid,uuid,boolean)": ["authenticated"],
  "coalition_items(text,jsonb,boolean,integer)": ["authenticated"],
  "edit_item(uuid,uuid)": ["authenticated"],
  "edit_part(uuid,uuid)": ["authenticated"],
  "make_item(uuid,uuid,jsonb)": ["authenticated"],
  "new_item(uuid)": ["authenticated"],
  "organization_items(uuid,jsonb,integer)": ["authenticated"],
  "read_item(uuid)": ["authenticated"],
  "read_items_due()": ["authenticated"],
  "remove_item(uuid,uuid)": ["authenticated"],
  "revise_item(uuid,uuid,integer,jsonb)": ["authenticated"],
  "save_part(uuid,uuid,integer,jsonb)": ["authenticated"],
  "take_back_ask(uuid,uuid,uuid)": ["authenticated"],
  "take_part(uuid,uuid)": ["authenticated"],
};

/** Action items: the status of a part is seen by whoever sees the item, all else about it by its own organization alone. */
export const items: Record<string, TableAccess> = {
  "private.item_cards": {
    key: "id",
    label: "card -> 'title' ->> 'en'",
    outcomes: { select: itemSight, insert: each("no table"), update: each("no table"), delete: each("no table") },
  },
  "public.action_items": {
    key: "id",
    label: "title ->> 'en'",
    attempts: {
      insert: `insert into public.action_items (organization_id, coalition_id, title, due_local, time_zone)
        select '{north}', c.id, '{"en": "new"}', '2030-01-01 10:00', 'America/Chicago' from public.coalitions c where c.slug = 'plan'`,
      update: `update public.action_items set description = '{"en": "More of it"}'`,
      delete: "delete from public.action_items where title ->> 'en' in ('kept', 'theirs')",
    },
    outcomes: {
      select: itemSight,
      insert: each([], { ...notTheirs, ...writersOfNorth(["new"]) }),
      update: each([], {
        visitor: "42501",
        ...writersOfNorth(["flyers", "kept", "phones"]),
        outsider: ["theirs"],
        both: ["theirs"],
      }),
      delete: each([], { visitor: "42501", ...writersOfNorth(["kept"]), outsider: ["theirs"], both: ["theirs"] }),
    },
  },
  "public.action_steps": {
    key: "id",
    label: "label ->> 'en'",
    attempts: {
      insert: `insert into public.action_steps (organization_id, item_id, position, label)
        select i.organization_id, i.id, 2, '{"en": "fold"}' ${ofItem("flyers")}`,
      update: `update public.action_steps set label = label || '{"ko": "인쇄"}'`,
      delete: "delete from public.action_steps",
    },
    outcomes: {
      select: each([], {
        visitor: "42501",
        ...inNorth(["call", "print"]),
        neighbor: ["call", "print"],
        both: ["call", "print"],
      }),
      insert: each([], { ...notTheirs, ...writersOfNorth(["fold"]) }),
      update: each([], { visitor: "42501", ...writersOfNorth(["call", "print"]) }),
      delete: each([], { visitor: "42501", ...writersOfNorth(["call", "print"]) }),
    },
  },
  "public.action_parts": {
    key: "concat(organization_id, owner_id, item_id)",
    label: `concat(${slugOf}, ' in ', ${titleOfItem})`,
    attempts: {
      // The lead asks.
      insert: `insert into public.action_parts (organization_id, owner_id, item_id, status)
        select '{east}', i.organization_id, i.id, 'asked' ${ofItem("flyers")}`,
      update: "update public.action_parts set status = 'doing'",
      delete: "delete from public.action_parts",
    },
    outcomes: {
      select: each([], {
        visitor: "42501",
        ...inNorth(partSight),
        neighbor: partSight,
        outsider: ["far in theirs"],
        both: [...partSight, "far in theirs"].sort(),
      }),
      insert: each([], { ...notTheirs, ...writersOfNorth(["east in flyers"]) }),
      // Each its own, the lead too.
      update: each([], {
        visitor: "42501",
        ...writersOfNorth(["north in flyers"]),
        neighbor: ["south in flyers"],
        outsider: ["far in theirs"],
        both: ["far in theirs"],
      }),
      // What is answered nobody takes back.
      delete: each([], { visitor: "42501", ...writersOfNorth(["south in flyers"]) }),
    },
  },
  "public.action_part_notes": {
    key: "concat(organization_id, owner_id, item_id)",
    label: `concat(${slugOf}, ' in ', ${titleOfItem})`,
    attempts: { update: "update public.action_part_notes set note = 'Something of ours'" },
    outcomes: {
      select: each([], {
        visitor: "42501",
        ...inNorth(["north in flyers"]),
        neighbor: ["south in flyers"],
        outsider: ["far in theirs"],
        both: ["far in theirs", "north in flyers"],
      }),
      insert: refused,
      update: each([], {
        visitor: "42501",
        ...writersOfNorth(["north in flyers"]),
        neighbor: ["south in flyers"],
        outsider: ["far in theirs"],
        both: ["far in theirs"],
      }),
      delete: refused,
    },
  },
  "public.action_ticks": {
    key: "concat(organization_id, owner_id, item_id, step_id)",
    label: `concat(${slugOf}, ' in ', ${titleOfItem})`,
    attempts: {
      insert: `insert into public.action_ticks (organization_id, owner_id, item_id, step_id)
        select '{north}', s.organization_id, s.item_id, s.id from public.action_steps s where s.label ->> 'en' = 'print'`,
      delete: "delete from public.action_ticks",
    },
    outcomes: {
      select: each([], { visitor: "42501", neighbor: ["south in flyers"] }),
      insert: each([], { ...notTheirs, ...writersOfNorth(["north in flyers"]) }),
      update: refused,
      delete: each([], { visitor: "42501", neighbor: ["south in flyers"] }),
    },
  },
};
