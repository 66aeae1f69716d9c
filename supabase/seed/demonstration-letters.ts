import type { TransactionSql } from "postgres";

type Setting = { ids: Map<string, string>; coalitionId: string };
type DemonstrationLetter = {
  lead: string;
  audience: "coalition" | "everyone";
  time_zone: string;
  /** Wall times, or days from now. */
  due: string | number;
  internal: string | number;
  closed?: string;
  /** The campaign of the demonstration that it serves. */
  campaign?: string;
  title: Record<string, string>;
  body: Record<string, string>;
  signatures: { slug: string; at: string | null }[];
};

/** Only organizations that do not exist lead and sign: no political act stands under a real one's name. */
const letters: DemonstrationLetter[] = [
  {
    lead: "invented-filipino-circle",
    audience: "everyone",
    time_zone: "America/Los_Angeles",
    due: "2016-12-15 17:00",
    internal: "2016-12-12 17:00",
    closed: "2016-12-20 10:00-08",
    campaign: "End NSEERS",
    title: { en: "End NSEERS now", ko: "특별 입국·출국 등록제(NSEERS)를 없애 주십시오" },
    body: {
      en: [
        "This letter is part of a demonstration. Two invented organizations wrote and signed it, and nobody else did.",
        "To the White House:\nThe National Security Entry-Exit Registration System made people register because of where they were born. It found no terrorist, and it tore families apart. Its rules still stand, unused, and could be used again any day.",
        "We ask you to end it for good before this year is over.",
      ].join("\n\n"),
      ko: [
        "이 서한은 시연용입니다. 실제로 없는 두 단체가 쓰고 서명했으며, 다른 단체는 서명하지 않았습니다.",
        "백악관에 보냅니다.\n특별 입국·출국 등록제는 태어난 곳을 이유로 사람들을 등록하게 했습니다. 테러범은 한 사람도 찾지 못했고 가족들만 갈라놓았습니다. 쓰이지 않는 규정이 아직 남아 있어 언제든 다시 쓰일 수 있습니다.",
        "올해가 가기 전에 이 제도를 완전히 없애 주십시오.",
      ].join("\n\n"),
    },
    signatures: [
      { slug: "invented-filipino-circle", at: "2016-12-05 09:30-08" },
      { slug: "invented-latino-neighbors", at: "2016-12-09 14:10-06" },
    ],
  },
  {
    lead: "invented-latino-neighbors",
    audience: "coalition",
    time_zone: "America/Chicago",
    due: 90,
    internal: 83,
    title: { en: "Rooms for citizenship workshops", ko: "시민권 모임에 쓸 방을 열어 주세요" },
    body: {
      en: "This letter is part of a demonstration.\n\nTo the library of an invented town: please open two rooms on Saturday mornings for free citizenship workshops in Korean, English and Spanish.",
      ko: "이 서한은 시연용입니다.\n\n가상의 마을 도서관에 부탁드립니다. 토요일 오전에 한국어·영어·스페인어로 여는 무료 시민권 모임에 방 두 칸을 열어 주세요.",
    },
    signatures: [{ slug: "invented-latino-neighbors", at: null }],
  },
];

/** The demonstration's letters, after its campaigns: one that is final and for everyone, and one that the coalition can sign. */
export async function addLetters(tx: TransactionSql, { ids, coalitionId }: Setting): Promise<void> {
  for (const letter of letters) {
    const [title, body] = [tx.json(letter.title), tx.json(letter.body)];
    const [{ id } = { id: "" }] = await tx<{ id: string }[]>`
      with letter as (
        insert into public.letters (
          organization_id, coalition_id, campaign_owner_id, campaign_id, lead_english, lead_korean, audience, text_hash, due_local, internal_local, time_zone
        )
        select o.id, ${coalitionId}, c.organization_id, c.id, o.display_name, o.korean_name, ${letter.audience}, core.letter_hash(${title}, ${body}),
          ${at(tx, letter.due)}, ${at(tx, letter.internal)}, ${letter.time_zone}
        from public.organizations o
        left join public.campaigns c on c.coalition_id = ${coalitionId} and c.name ->> 'en' = ${letter.campaign ?? null}
        where o.id = ${ids.get(letter.lead) ?? ""}
        returning id, organization_id
      ), version as (
        insert into public.letter_versions (organization_id, letter_id, version, title, body, written_at)
        select organization_id, id, 1, ${title}, ${body}, coalesce(${letter.signatures[0]?.at ?? null}::timestamptz, now())
        from letter
      )
      select id from letter`;
    for (const { slug, at: signedAt } of letter.signatures) {
      await tx`
        insert into public.letter_signatures (
          organization_id, owner_id, letter_id, text_hash, english_name, korean_name, name_keys, signed_at
        )
        select o.id, l.organization_id, l.id, l.text_hash, o.display_name, o.korean_name, private.organization_keys(o.id),
          coalesce(${signedAt}::timestamptz, now())
        from public.letters l, public.organizations o where l.id = ${id} and o.id = ${ids.get(slug) ?? ""}`;
    }
    if (letter.closed) await tx`update public.letters set closed_at = ${letter.closed} where id = ${id}`;
  }
}

/** Five in the afternoon so many days from now, or a wall time as it is. */
function at(tx: TransactionSql, when: string | number) {
  return typeof when === "string" ? tx`${when}::timestamp` : tx`(current_date + ${when}::integer + time '17:00')`;
}
