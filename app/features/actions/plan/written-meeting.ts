import { formatList } from "~/i18n/format-list";
import { shortNameOf } from "~/i18n/names";
import { pickText } from "~/i18n/pick-text";
import type { Locale } from "~/i18n/translation";
import type { translatorFor } from "~/i18n/translator.server";
import { fitOnPaper, fitsOnPaper, type Passage, type Setting } from "~/platform/paper/fit-on-paper";
import { formatShortDay } from "~/platform/time";
import type { Meeting } from "./facts";

export type Line = { key: string; href: string | null; text: string; lang: string; more: string; onPaper: boolean };
export type MeetingSheet = {
  moved: Line[];
  late: Line[];
  silent: Line[];
  left: Record<Section, number>;
  style: string;
};
type Section = "moved" | "late" | "silent";

const sections = ["moved", "late", "silent"] as const;
/** In the smaller measure of Letter and A4, below the head of the sheet and above the line that says what it is. */
const room = { width: 500, height: 560 };
const settings: [Setting, ...Setting[]] = [
  { points: 11, columns: 1, style: "print:text-[11pt]" },
  { points: 10, columns: 1, style: "print:text-[10pt]" },
  { points: 9, columns: 1, style: "print:text-[9pt]" },
];

/** What happened, in lines of the reader's language; marked are those for which there is room on one page. */
export function writtenMeeting(meeting: Meeting, locale: Locale, t: ReturnType<typeof translatorFor>): MeetingSheet {
  const lines = linesOf(meeting, locale, t);
  const rest = { moved: meeting.moved_total, late: meeting.late_total, silent: meeting.silent_total };
  const most = { moved: lines.moved.length, late: lines.late.length, silent: lines.silent.length };
  const passages = () =>
    sections.flatMap((section): Passage[] => [
      { text: "", scale: 2.2 },
      ...lines[section]
        .slice(0, most[section])
        .map(({ text, more }) => ({ text: `${text} ${more}`, scale: 1, after: 0.25 })),
    ]);
  const smallest = settings[2] ?? settings[0];
  while (!fitsOnPaper(passages(), room, smallest)) {
    // The longest list gives way first.
    const longest = sections.toSorted((one, other) => most[other] - most[one])[0] ?? "moved";
    if (most[longest] === 0) break;
    most[longest] -= 1;
  }
  const campaigns = lines.moved.length - meeting.moved.length;
  const lateCampaigns = lines.late.length - meeting.late.length;
  const total = { moved: rest.moved + campaigns, late: rest.late + lateCampaigns, silent: rest.silent };
  const marked = (section: Section) => lines[section].map((line, at) => ({ ...line, onPaper: at < most[section] }));
  return {
    ...{ moved: marked("moved"), late: marked("late"), silent: marked("silent") },
    left: {
      moved: total.moved - most.moved,
      late: total.late - most.late,
      silent: total.silent - most.silent,
    },
    style: fitOnPaper(passages(), room, settings).style,
  };
}

function linesOf(meeting: Meeting, locale: Locale, t: ReturnType<typeof translatorFor>) {
  const nameOfOne = (id: string) => {
    const one = meeting.organizations[id];
    return one ? shortNameOf(one, locale) : "";
  };
  const some = (names: string[]) =>
    names.length > 4
      ? `${names.slice(0, 4).join(", ")} ${t("plan.more", { count: names.length - 4 })}`
      : formatList(names, locale);
  const line = (key: string, href: string | null, { text, lang }: { text: string; lang: string }, more: string) => ({
    ...{ key, href, text, lang, more },
  });
  const ofCampaign = ({ id, name }: Meeting["campaigns"][number], say: (name: string) => string) => {
    const picked = pickText(name, locale);
    return line(`campaign ${id}`, `/campaigns/${id}`, { text: say(picked.text), lang: locale }, "");
  };
  const day = (on: string | null) => (on ? formatShortDay(on, locale) : "");
  return {
    moved: [
      ...meeting.campaigns.flatMap((campaign) => {
        const { outcome, outcome_on, came_out, began, starts_on } = campaign;
        if (came_out && outcome) {
          const said = { outcome: t(`campaigns.outcomes.${outcome}`), day: day(outcome_on) };
          return [ofCampaign(campaign, (name) => t("plan.campaignCameOut", { name, ...said }))];
        }
        return began ? [ofCampaign(campaign, (name) => t("plan.campaignBegan", { name, day: day(starts_on) }))] : [];
      }),
      ...meeting.moved.map(({ id, title, closed, parts }) =>
        line(
          ...([id, `/items/${id}`, pickText(title, locale)] as const),
          [
            ...(closed ? [t("plan.closed")] : []),
            ...(parts.length > 0
              ? [
                  some(
                    parts.map(({ organization, status }) =>
                      t("plan.partStatus", {
                        organization: nameOfOne(organization),
                        status: t(`plan.statuses.${status}`),
                      }),
                    ),
                  ),
                ]
              : []),
          ].join(" · "),
        ),
      ),
    ],
    late: [
      ...meeting.campaigns
        .filter(({ late }) => late)
        .map((campaign) =>
          ofCampaign(campaign, (name) => t("plan.campaignLate", { name, day: day(campaign.ends_on) })),
        ),
      ...meeting.late.map(({ id, title, due_local, waits_for }) =>
        line(
          ...([id, `/items/${id}`, pickText(title, locale)] as const),
          [
            t("plan.due", { day: day(due_local) }),
            ...(waits_for.length > 0 ? [t("plan.waitsFor", { organizations: some(waits_for.map(nameOfOne)) })] : []),
          ].join(" · "),
        ),
      ),
    ],
    silent: meeting.silent.map(({ organization, total, unanswered, items }) =>
      line(
        ...([organization, null] as const),
        { text: t("plan.silentLine", { organization: nameOfOne(organization), total, unanswered }), lang: locale },
        items.map(({ title }) => pickText(title, locale).text).join(", "),
      ),
    ),
  };
}
