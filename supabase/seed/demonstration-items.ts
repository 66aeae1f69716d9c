import type { TransactionSql } from "postgres";

type Setting = { ids: Map<string, string>; coalitionId: string };
type Texts = { en: string; ko: string };
type Item = {
  lead: string;
  campaign: string;
  audience: "named" | "coalition";
  title: Texts;
  description: Texts;
  /** How many days from today, at a wall time in a zone. */
  due: [days: number, at: string, zone: string];
  steps: Texts[];
  parts: Record<string, "asked" | "accepted" | "doing" | "done">;
  aboutRegistration?: boolean;
};

/** Plain work that any organization does; nobody here says or signs anything in another's name. */
const items: Item[] = [
  {
    ...{ lead: "krcla", campaign: "Citizenship workshops", audience: "coalition" },
    title: { en: "Print the checklist of papers to bring", ko: "준비 서류 안내지 인쇄" },
    description: {
      en: "The sheet is ready in both languages. Print as many as you have seats at your next workshop.",
      ko: "두 언어로 된 안내지가 준비되어 있어요. 다음 모임의 자리 수만큼 인쇄해 주세요.",
    },
    due: [5, "17:00", "America/Los_Angeles"],
    steps: [
      { en: "Check the date and the address on the sheet", ko: "안내지의 날짜와 주소 확인" },
      { en: "Print both languages", ko: "두 언어로 인쇄" },
      { en: "Put them with the name tags", ko: "이름표와 함께 두기" },
    ],
    parts: { krcla: "doing", nakasec: "accepted", "krc-chicago": "asked", "invented-filipino-circle": "done" },
  },
  {
    ...{ lead: "krc-chicago", campaign: "Know-your-rights nights", audience: "coalition" },
    title: { en: "Find a room for the spring night", ko: "봄 모임 장소 찾기" },
    description: {
      en: "Step-free, with tables, near a bus line.",
      ko: "턱이 없고 탁자가 있으며 버스가 가까운 곳이면 좋겠어요.",
    },
    due: [-2, "18:00", "America/Chicago"],
    steps: [
      { en: "Ask about ramps and restrooms", ko: "경사로와 화장실 확인" },
      { en: "Reserve for three hours", ko: "세 시간 예약" },
    ],
    parts: { "krc-chicago": "done", krcla: "doing", nakasec: "asked" },
  },
  {
    ...{ lead: "nakasec", campaign: "Registration drive", audience: "named", aboutRegistration: true },
    title: { en: "Set up the tables for the drive", ko: "등록 운동 탁자 준비" },
    description: {
      en: "Each organization brings its tables, and the notice on who may register in large print.",
      ko: "단체마다 탁자와, 누가 등록할 수 있는지 큰 글씨로 적은 안내문을 가져와요.",
    },
    due: [12, "10:00", "America/New_York"],
    steps: [
      { en: "Print the notice in large type", ko: "안내문을 큰 글씨로 인쇄" },
      { en: "Count the tables and chairs", ko: "탁자와 의자 수 세기" },
    ],
    parts: { nakasec: "accepted", krcla: "asked", "krc-chicago": "accepted" },
  },
];

/** What the demonstration coalition does together now. After its campaigns. */
export async function addItems(tx: TransactionSql, { ids, coalitionId }: Setting): Promise<void> {
  for (const { lead, campaign, audience, title, description, due, steps, parts, aboutRegistration = false } of items) {
    const [days, at, zone] = due;
    const owner = ids.get(lead) ?? "";
    const [made] = await tx<{ id: string }[]>`
      insert into public.action_items (
        organization_id, coalition_id, campaign_owner_id, campaign_id, title, description, audience, due_local, time_zone,
        about_registration
      )
      select ${owner}, ${coalitionId}, c.organization_id, c.id, ${tx.json(title)}, ${tx.json(description)}, ${audience},
        (now() at time zone ${zone})::date + ${days}::integer + ${at}::time, ${zone}, ${aboutRegistration}
      from public.campaigns c where c.coalition_id = ${coalitionId} and c.name ->> 'en' = ${campaign}
      returning id`;
    for (const [place, label] of steps.entries()) {
      await tx`
        insert into public.action_steps (organization_id, item_id, position, label)
        values (${owner}, ${made?.id ?? ""}, ${place + 1}, ${tx.json(label)})`;
    }
    for (const [slug, status] of Object.entries(parts)) {
      await tx`
        insert into public.action_parts (organization_id, owner_id, item_id, status)
        values (${ids.get(slug) ?? ""}, ${owner}, ${made?.id ?? ""}, ${status})`;
    }
  }
}
