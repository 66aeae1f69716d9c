import type { TestDatabase } from "./database";

type Owners = Record<"north" | "south" | "east" | "far", string>;
type Letter = {
  title: string;
  owner: string;
  coalition: string;
  audience?: "owner" | "coalition" | "everyone";
  /** How far the deadline is from now, in the words of Postgres. */
  due?: string;
};

/**
 * North leads a letter for its coalition that south has signed, one that is final and for everyone, which it signed itself
 * and so did a choir without an account, and one that it keeps to itself. Far leads one for its coalition.
 */
export async function addLetters(db: TestDatabase, owners: Owners, coalitions: Record<"plan" | "open", string>) {
  const { north, south, far } = owners;
  const ours = await addLetter(db, { title: "ours", owner: north, coalition: coalitions.plan });
  await addLetter(db, { title: "draft", owner: north, coalition: coalitions.plan, audience: "owner" });
  const final = await addLetter(db, { title: "final", owner: north, coalition: coalitions.plan, audience: "everyone" });
  const theirs = await addLetter(db, { title: "theirs", owner: far, coalition: coalitions.open });
  await addSignature(db, ours, south);
  await addSignature(db, final, north);
  await addSignature(db, theirs, far);
  for (const letter of [ours, final]) {
    await db.given(
      `insert into public.letter_others (organization_id, letter_id, text_hash, english_name, name_keys)
       select l.organization_id, l.id, l.text_hash, 'Choir', '{choir}' from public.letters l where l.id = $1`,
      [letter],
    );
  }
  await db.given(
    `insert into public.letter_deeds (organization_id, owner_id, letter_id, text_hash, deed)
     select $2, l.organization_id, l.id, l.text_hash, 'asked' from public.letters l where l.id = $1`,
    [ours, north],
  );
  await db.given("update public.letters set closed_at = now() where id = $1", [final]);
  await db.given("insert into public.signing_rules (organization_id, who) values ($1, 'named'), ($2, 'editors')", [
    north,
    south,
  ]);
  await db.given(
    `insert into public.signing_people (organization_id, person_id)
     select m.organization_id, m.person_id from public.memberships m where m.organization_id = $1 and m.role = 'member'`,
    [north],
  );
}

/** A letter of one sentence, due in ten days if nobody says otherwise. */
export async function addLetter(
  db: TestDatabase,
  { title, owner, coalition, audience = "coalition", due = "10 days" }: Letter,
): Promise<string> {
  const { id } = await db.given<{ id: string }>(
    `with letter as (
       insert into public.letters (organization_id, coalition_id, lead_english, audience, text_hash, due_local, internal_local, time_zone)
       select o.id, $2, o.display_name, $4::public.audience,
         core.letter_hash(jsonb_build_object('en', $3::text), '{"en": "We ask."}'),
         now() at time zone 'UTC' + $5::interval, now() at time zone 'UTC' + $5::interval - interval '2 days', 'UTC'
       from public.organizations o where o.id = $1
       returning id, organization_id
     ), version as (
       insert into public.letter_versions (organization_id, letter_id, version, title, body)
       select organization_id, id, 1, jsonb_build_object('en', $3::text), '{"en": "We ask."}' from letter
     )
     select id from letter`,
    [owner, coalition, title, audience, due],
  );
  return id;
}

export async function addSignature(db: TestDatabase, letter: string, organization: string, at: string | null = null) {
  await db.given(
    `with signature as (
       insert into public.letter_signatures (organization_id, owner_id, letter_id, text_hash, english_name, name_keys, signed_at)
       select o.id, l.organization_id, l.id, l.text_hash, o.display_name, private.organization_keys(o.id), $3::text::timestamptz
       from public.letters l, public.organizations o where l.id = $1 and o.id = $2
       returning organization_id, owner_id, letter_id, text_hash
     )
     insert into public.letter_deeds (organization_id, owner_id, letter_id, text_hash, deed)
     select organization_id, owner_id, letter_id, text_hash, 'signed' from signature`,
    [letter, organization, at],
  );
}
