import { ownerOf } from "./owner";
import type { Local } from "./product";

export type MadeLetters = {
  /** Led by KRCLA, whose editor asked for its signature; one signatory has not confirmed the present text. */
  led: string;
  /** Led by an organization that does not exist, for the coalition to sign. */
  open: string;
  /** For everyone, and closed. */
  final: string;
  /** Led by KRCLA, and its deadline has passed. */
  late: string;
  /** Led by KRCLA, which alone sees it. */
  draft: string;
  /** An organization without an account that signed the earlier text of the first. */
  other: string;
};

/** Letters of the demonstration, and three that KRCLA leads. */
export async function makeLetters(local: Local): Promise<MadeLetters> {
  const owner = ownerOf(local);
  // Two files of a run that ask at once find the same letters.
  const alone = await owner.reserve();
  await alone`select pg_advisory_lock(4711)`;
  try {
    const made = async (title: string, due: string, audience = "coalition") => {
      const known = await letterCalled(title);
      if (known) return known;
      return owner.begin(async (tx) => {
        const [letter] = await tx`
          insert into public.letters (
            organization_id, coalition_id, lead_english, lead_korean, audience, text_hash, due_local, internal_local, time_zone
          )
          select o.id, s.coalition_id, o.display_name, o.korean_name, ${audience},
            core.letter_hash(jsonb_build_object('en', ${title}::text, 'ko', '양귀비'), '{"en": "We ask.\\nPlease.", "ko": "부탁드려요."}'),
            date_trunc('minute', now() at time zone 'UTC') + ${due}::interval,
            date_trunc('minute', now() at time zone 'UTC') + ${due}::interval - interval '2 days', 'UTC'
          from public.organizations o join public.standings s on s.organization_id = o.id
          where o.slug = 'krcla' returning id, organization_id`;
        await tx`
          insert into public.letter_versions (organization_id, letter_id, version, title, body)
          values (
            ${letter?.organization_id}, ${letter?.id}, 1, jsonb_build_object('en', ${title}::text, 'ko', '양귀비'),
            '{"en": "We ask.\\nPlease.", "ko": "부탁드려요."}'
          )`;
        return String(letter?.id);
      });
    };
    async function letterCalled(title: string): Promise<string | undefined> {
      const [found] = await owner`select letter_id from public.letter_versions where title ->> 'en' = ${title}`;
      return found && String(found.letter_id);
    }

    const led = await made("Zinnia letter", "30 days");
    const late = await made("Zinnia letter that is late", "-1 days");
    const draft = await made("Zinnia letter that is a draft", "30 days", "owner");
    const [known] = await owner`select id from public.letter_others where letter_id = ${led}`;
    if (!known) {
      await owner.begin(async (tx) => {
        await tx`
          insert into public.letter_others (organization_id, letter_id, text_hash, english_name, korean_name, name_keys)
          select organization_id, id, text_hash, 'Zinnia Choir', '양귀비 합창단', '{zinniachoir}' from public.letters where id = ${led}`;
        await tx`
          insert into public.letter_signatures (
            organization_id, owner_id, letter_id, text_hash, english_name, korean_name, name_keys
          )
          select o.id, l.organization_id, l.id, l.text_hash, o.display_name, o.korean_name, private.organization_keys(o.id)
          from public.letters l, public.organizations o where l.id = ${led} and o.slug = 'invented-latino-neighbors'`;
        await tx`
          insert into public.letter_versions (organization_id, letter_id, version, title, body)
          select organization_id, letter_id, 2, title, '{"en": "We ask.\\nPlease, soon.", "ko": "부탁드려요."}'
          from public.letter_versions where letter_id = ${led}`;
        await tx`
          update public.letters l set text_hash = v.text_hash
          from public.letter_versions v where v.letter_id = l.id and v.version = 2 and l.id = ${led}`;
        await tx`
          insert into public.letter_deeds (organization_id, owner_id, letter_id, text_hash, deed, person_id)
          select l.organization_id, l.organization_id, l.id, l.text_hash, 'asked', m.person_id
          from public.letters l join public.memberships m on m.organization_id = l.organization_id and m.role = 'editor'
          where l.id = ${led} limit 1`;
      });
    }
    const [other] = await owner`select id from public.letter_others where letter_id = ${led}`;
    const open = await letterCalled("Rooms for citizenship workshops");
    const final = await letterCalled("End NSEERS now");
    if (!open || !final) throw new Error("The demonstration has no letters.");
    return { led, late, draft, open, final, other: String(other?.id) };
  } finally {
    await alone`select pg_advisory_unlock(4711)`;
    alone.release();
    await owner.end();
  }
}
