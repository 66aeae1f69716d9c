import { formatList } from "~/i18n/format-list";
import { nameLanguage } from "~/i18n/name-language";
import { nameOf } from "~/i18n/names";
import { pickText } from "~/i18n/pick-text";
import type { Locale } from "~/i18n/translation";
import type { translatorFor } from "~/i18n/translator.server";
import { registrationPassages } from "~/platform/registration-sentences";
import { formatDay, formatTimes, formatZone } from "~/platform/time";
import type { GatheringPage } from "../card";

/** A flyer in one of its languages. */
export type FlyerText = {
  language: Locale;
  organization: string;
  title: { text: string; lang: string };
  /** For whom it is, where it is not for everyone. */
  forWhom: string | null;
  cancelled: string | null;
  day: string;
  times: string;
  facts: { label: string; text: string }[];
  warning: { text: string; lang: string }[];
  scan: string;
  demonstration: string | null;
};

type Writing = {
  language: Locale;
  names: Record<string, string>;
  t: ReturnType<typeof translatorFor>;
  demonstration: boolean;
};

/** Writes a flyer in one language. It says where exactly only if that is open to everyone: paper travels further than links. */
export function writeFlyer(gathering: GatheringPage, { language, names, t, demonstration }: Writing): FlyerText {
  const spoken = formatList(
    gathering.languages.map((tag) => nameLanguage(tag, names)),
    language,
  );
  const zone = formatZone(gathering.time_zone, language, gathering.starts_at);
  return {
    language,
    organization: nameOf(gathering.organization, language),
    title: pickText(gathering.title, language),
    forWhom: forWhom(gathering, language, t),
    cancelled:
      gathering.state === "cancelled"
        ? [t("flyer.cancelled"), gathering.cancellation_reason].filter(Boolean).join(": ")
        : null,
    day: formatDay(gathering.starts_local, language),
    times: `${formatTimes(gathering, language)} (${zone})`,
    facts: [
      { label: t("flyer.where"), text: placeOf(gathering, t) },
      { label: t("flyer.languages"), text: spoken },
      { label: t("flyer.contact"), text: openDetail(gathering)?.contact ?? "" },
    ].filter(({ text }) => text),
    warning: gathering.kind === "registration_drive" ? registrationPassages() : [],
    scan: t("flyer.scan"),
    demonstration: demonstration ? t("shell.demonstration") : null,
  };
}

function openDetail({ audience, detail }: GatheringPage) {
  return audience === "everyone" && detail?.audience === "everyone" ? detail : undefined;
}

function placeOf(gathering: GatheringPage, t: Writing["t"]): string {
  const { area } = gathering;
  const address = openDetail(gathering)?.address;
  if (address) return [area, address].filter(Boolean).join("\n");
  return area ? `${area}\n${t("flyer.askPlace")}` : t("flyer.areaNone");
}

function forWhom(gathering: GatheringPage, language: Locale, t: Writing["t"]): string | null {
  const organization = nameOf(gathering.organization, language);
  if (gathering.state === "draft") return t("flyer.draft", { organization });
  if (gathering.audience === "everyone") return null;
  if (gathering.audience === "owner") return t("flyer.owner", { organization });
  if (gathering.audience === "named") return t("flyer.named", { organization });
  return gathering.coalition
    ? t("flyer.coalition", { coalition: nameOf(gathering.coalition, language) })
    : t("flyer.coalitionNone");
}
