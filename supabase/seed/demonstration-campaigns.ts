import type { TransactionSql } from "postgres";

type Setting = { ids: Map<string, string>; coalitionId: string };
type Texts = { en: string; ko: string };
type Campaign = {
  owner: string;
  part: string;
  audience: "coalition" | "everyone";
  name: Texts;
  goal: Texts;
  /** Days, or how many days from today. */
  starts: string | number;
  ends: number | null;
  won?: { on: string; reason: Texts };
  /** The count of its lead that it is for. */
  counts?: string;
};

/** The lead of what was won is invented, so that no real organization says here what it did not do. */
const campaigns: Campaign[] = [
  {
    ...{ owner: "invented-latino-neighbors", part: "human_rights", audience: "everyone" },
    name: { en: "End NSEERS", ko: "NSEERS 폐지" },
    goal: {
      en: "The registration system that singled out visitors by country and religion is taken off the books.",
      ko: "출신 국가와 종교로 방문자를 가려 등록하게 한 제도가 법규에서 사라져요.",
    },
    ...{ starts: "2016-11-17", ends: null },
    won: {
      on: "2016-12-22",
      reason: {
        en: "NSEERS was dismantled on 22 December 2016. The real campaign was pressed by Asian Americans Advancing Justice in Los Angeles, among others; the organization that leads it in this demonstration is invented.",
        ko: "NSEERS는 2016년 12월 22일에 폐지되었어요. 실제 캠페인은 로스앤젤레스의 Asian Americans Advancing Justice 등이 벌였고, 이 시연에서 이끄는 단체는 가상이에요.",
      },
    },
  },
  {
    ...{ owner: "krc-chicago", part: "gatherings", audience: "coalition" },
    name: { en: "Know-your-rights nights", ko: "권리 알기의 밤" },
    goal: { en: "A night in every neighborhood before summer.", ko: "여름이 오기 전에 동네마다 한 번씩 열어요." },
    ...{ starts: -40, ends: 160 },
  },
  {
    ...{ owner: "krcla", part: "hotline", audience: "coalition" },
    name: { en: "No empty hour at night", ko: "밤에도 빈 시간 없이" },
    goal: { en: "Every night shift has two people on it.", ko: "밤 당번마다 두 사람이 맡아요." },
    ...{ starts: -60, ends: 120 },
  },
  {
    ...{ owner: "krcla", part: "deferred_action", audience: "coalition" },
    name: { en: "Renewal consultations in time", ko: "제때 받는 추방유예(DACA) 갱신 상담" },
    goal: {
      en: "A renewal consultation for everyone who asks, well before their date.",
      ko: "원하는 사람 모두가 기한 전에 여유 있게 갱신 상담을 받아요.",
    },
    ...{ starts: -20, ends: 200 },
  },
  {
    ...{ owner: "nakasec", part: "consultations", audience: "coalition" },
    name: { en: "Attorneys in three cities", ko: "세 도시의 변호사" },
    goal: { en: "Consultation hours in each home zone.", ko: "세 시간대 모두에 상담 시간을 마련해요." },
    ...{ starts: -30, ends: 150 },
  },
  {
    ...{ owner: "invented-filipino-circle", part: "relations", audience: "coalition" },
    name: { en: "Meet the neighbors", ko: "이웃 커뮤니티와 만나기" },
    goal: { en: "One shared meal with each partner group.", ko: "함께하는 단체마다 한 번씩 같이 식사해요." },
    ...{ starts: -15, ends: 240 },
  },
  {
    ...{ owner: "krcla", part: "citizenship", audience: "everyone" },
    name: { en: "Citizenship workshops", ko: "시민권 워크숍" },
    goal: { en: "A workshop in each city every month.", ko: "도시마다 달마다 한 번씩 열어요." },
    ...{ starts: -90, ends: 270 },
  },
  {
    ...{ owner: "nakasec", part: "voter_registration", audience: "everyone" },
    name: { en: "Registration drive", ko: "유권자 등록 운동" },
    goal: {
      en: "Two thousand registrations of citizens, counted together.",
      ko: "시민권자 2,000명의 등록을 함께 세어요.",
    },
    ...{ starts: -120, ends: 180, counts: "Voter registration drive" },
  },
];

/** What the demonstration coalition pursues: one campaign that was won, and others that run. After what is counted. */
export async function addCampaigns(tx: TransactionSql, { ids, coalitionId }: Setting): Promise<void> {
  for (const { owner, part, audience, name, goal, starts, ends, won, counts } of campaigns) {
    const id = ids.get(owner) ?? "";
    const day = (at: string | number | null) => (typeof at === "string" ? at : null);
    const days = (at: string | number | null) => (typeof at === "number" ? at : null);
    const [made] = await tx<{ id: string }[]>`
      insert into public.campaigns (
        organization_id, coalition_id, part, name, goal, audience, starts_on, ends_on, outcome, outcome_on, outcome_reason
      ) values (
        ${id}, ${coalitionId}, ${part}, ${tx.json(name)}, ${tx.json(goal)}, ${audience},
        coalesce(${day(starts)}::date, current_date + ${days(starts)}::integer),
        current_date + ${days(ends)}::integer,
        ${won ? "won" : null}, ${won?.on ?? null}, ${tx.json(won?.reason ?? {})}
      ) returning id`;
    if (counts && made) {
      await tx`
        update public.pooled_metrics m set campaign_id = ${made.id}
        where m.organization_id = ${id} and m.name ->> 'en' = ${counts}`;
    }
  }
}
