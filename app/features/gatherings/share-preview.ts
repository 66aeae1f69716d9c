import { pickText } from "~/i18n/pick-text";
import type { Locale } from "~/i18n/translation";
import { registrationLines } from "~/platform/registration-sentences";
import { formatWhen } from "~/platform/time";
import type { GatheringPage } from "./card";

/** What a forwarded link shows of a gathering: title, time and area, and only of those that everyone may see. */
export function sharePreview(gathering: GatheringPage, locale: Locale): { title: string; text: string } | null {
  if (gathering.audience !== "everyone" || gathering.state === "draft") return null;
  const lines = [...registrationLines(gathering.kind), formatWhen(gathering, locale).place, gathering.area];
  return { title: pickText(gathering.title, locale).text, text: lines.filter(Boolean).join(" · ") };
}
