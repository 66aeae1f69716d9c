import { each, refused, type TableAccess } from "./outcome";
import type { PersonName } from "./persons";

const titleOf = (letter: string) =>
  `(select v.said from (select title ->> 'en' as said, letter_id as of_letter from public.letter_versions) v where v.of_letter = ${letter} limit 1)`;
const slugOf = (organization: string) => `(select o.slug from public.organizations o where o.id = ${organization})`;

/** What is final and for everyone is everyone's; the rest is the coalition's, and a draft its lead's. */
function sight(own: string[], coalition: string[], everyone: string[], theirs: string[]) {
  const north = [...own, ...coalition, ...everyone].sort();
  const seenByNorth = Object.fromEntries(
    (["viewer", "member", "editor", "admin"] as PersonName[]).map((person) => [person, north]),
  );
  return each(everyone, {
    ...seenByNorth,
    neighbor: [...coalition, ...everyone].sort(),
    outsider: [...everyone, ...theirs].sort(),
    both: [...north, ...theirs].sort(),
  });
}

/** Of an organization, and of no other whatever it shares with it. */
function ownAlone(north: string[], south: string[], far: string[]) {
  return each([], {
    ...{ visitor: "42501", viewer: north, member: north, editor: north, admin: north, neighbor: south, outsider: far },
    both: [...north, ...far].sort(),
  });
}

const letters = sight(["draft"], ["ours"], ["final"], ["theirs"]);
const nobodyWrites = { insert: refused, update: refused, delete: refused };
const viewOfTwo = { insert: each("no table"), update: each("no table"), delete: each("no table") };

/** Who may call what about letters. */
export const letterCallers: Record<string, ("anon" | "authenticated")[]> = {
  "choose_signers(uuid,text,uuid[])": ["authenticated"],
  "close_letter(uuid,uuid,text)": ["authenticated"],
  "coalition_letters(text)": ["authenticated"],
  "confirm_signatory(uuid,uuid,uuid,text,boolean)": ["authenticated"],
  "decline_letter(uuid,uuid,text)": ["authenticated"],
  "enter_signatory(uuid,uuid,text,jsonb)": ["authenticated"],
  "letter_campaigns(uuid,uuid)": ["authenticated"],
  "make_letter(uuid,uuid,jsonb)": ["authenticated"],
  "move_letter(uuid,uuid,jsonb)": ["authenticated"],
  "organization_letters(uuid,uuid)": ["authenticated"],
  "read_letter(uuid)": ["anon", "authenticated"],
  "read_signatures_asked()": ["authenticated"],
  "remove_letter(uuid,uuid,text)": ["authenticated"],
  "remove_signatory(uuid,uuid,uuid)": ["authenticated"],
  "rewrite_letter(uuid,uuid,jsonb,text)": ["authenticated"],
  "show_letter(uuid,uuid,text,text)": ["authenticated"],
  "sign_letter(uuid,uuid,text,boolean)": ["authenticated"],
  "signing_rule(uuid)": ["authenticated"],
  "tie_letter(uuid,uuid,uuid)": ["authenticated"],
  "withdraw_from_letter(uuid,uuid)": ["authenticated"],
};

/** What looks past row security about letters, and asks for itself who calls. */
export const letterDefiners = [
  "campaigns_for_letters(uuid)",
  "choose_signers(uuid,text,uuid[])",
  "close_letter(uuid,uuid,text)",
  "coalition_sides()",
  "confirm_signatory(uuid,uuid,uuid,text,boolean)",
  "decline_letter(uuid,uuid,text)",
  "enter_signatory(uuid,uuid,text,jsonb)",
  "letter_ties(uuid,uuid)",
  "letters_beside_us()",
  "make_letter(uuid,uuid,jsonb)",
  "may_sign(uuid)",
  "move_letter(uuid,uuid,jsonb)",
  "own_signatures()",
  "remove_letter(uuid,uuid,text)",
  "remove_signatory(uuid,uuid,uuid)",
  "rewrite_letter(uuid,uuid,jsonb,text)",
  "show_letter(uuid,uuid,text,text)",
  "sign_letter(uuid,uuid,text,boolean)",
  "tie_letter(uuid,uuid,uuid)",
  "withdraw_from_letter(uuid,uuid)",
];

/** Letters are written by commands alone; what people did about a signature is their own organization's. */
export const letterTables: Record<string, TableAccess> = {
  "private.letter_facts": {
    key: "id",
    label: "facts -> 'title' ->> 'en'",
    outcomes: { select: letters, ...viewOfTwo },
  },
  "private.letter_signatories": {
    key: "concat(letter_id, english_name)",
    label: `concat(english_name, ' under ', ${titleOf("letter_id")})`,
    outcomes: {
      select: sight(
        [],
        ["Choir under ours", "south under ours"],
        ["Choir under final", "north under final"],
        ["far under theirs"],
      ),
      ...viewOfTwo,
    },
  },
  "private.own_deeds": {
    key: "concat(organization_id, letter_id, deed, done_at)",
    label: `concat(${slugOf("organization_id")}, ' ', deed, ' ', ${titleOf("letter_id")})`,
    outcomes: {
      select: ownAlone(["north asked ours", "north signed final"], ["south signed ours"], ["far signed theirs"]),
      ...viewOfTwo,
    },
  },
  "public.letters": { key: "id", label: titleOf("id"), outcomes: { select: letters, ...nobodyWrites } },
  "public.letter_versions": {
    key: "concat(letter_id, text_hash)",
    label: "title ->> 'en'",
    outcomes: { select: letters, ...nobodyWrites },
  },
  "public.letter_signatures": {
    key: "concat(organization_id, letter_id, text_hash)",
    label: `concat(${slugOf("organization_id")}, ' under ', ${titleOf("letter_id")})`,
    outcomes: {
      select: sight([], ["south under ours"], ["north under final"], ["far under theirs"]),
      ...nobodyWrites,
    },
  },
  "public.letter_others": {
    key: "id",
    label: titleOf("letter_id"),
    outcomes: { select: sight([], ["ours"], ["final"], []), ...nobodyWrites },
  },
  "public.letter_deeds": {
    key: "concat(organization_id, letter_id, deed, done_at)",
    label: `concat(${slugOf("organization_id")}, ' ', deed, ' ', ${titleOf("letter_id")})`,
    outcomes: {
      select: ownAlone(["north asked ours", "north signed final"], ["south signed ours"], ["far signed theirs"]),
      ...nobodyWrites,
    },
  },
  "public.signing_rules": {
    key: "organization_id",
    label: slugOf("organization_id"),
    outcomes: { select: ownAlone(["north"], ["south"], []), ...nobodyWrites },
  },
  "public.signing_people": {
    key: "concat(organization_id, person_id)",
    label: slugOf("organization_id"),
    outcomes: { select: ownAlone(["north"], [], []), ...nobodyWrites },
  },
};
