import { Link } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { nameOf } from "~/i18n/names";
import { pickText } from "~/i18n/pick-text";
import { Fact, Facts } from "~/ui/facts";
import type { Letter, ServedCampaign } from "./facts";
import { LetterAudience } from "./letter-audience";
import { formatInstant, formatInstantDay, formatMoment } from "./moments";

type LetterAboutProps = { letter: Letter & { campaign: ServedCampaign | null }; internal?: string | null };

/** Who leads a letter, until when it is signed, and which text it is. */
export function LetterAbout({ letter, internal }: LetterAboutProps) {
  const t = useTranslations("letters");
  const locale = useLocale();
  const { time_zone, campaign } = letter;
  const served = pickText(campaign?.name, locale);
  return (
    <section className="grid max-w-measure gap-4" aria-labelledby="about">
      <h2 id="about" className="text-xl font-bold">
        {t("facts")}
      </h2>
      <Facts>
        <Fact name={t("audience")}>
          <LetterAudience letter={letter} />
        </Fact>
        <Fact name={t("lead")}>{nameOf(letter.lead, locale)}</Fact>
        {campaign ? (
          <Fact name={t("campaign")}>
            <Link
              to={`/campaigns/${campaign.id}`}
              lang={served.lang}
              className="link inline-flex min-h-11 items-center"
            >
              {served.text}
            </Link>
          </Fact>
        ) : null}
        <Fact name={t("deadline")}>{formatMoment(letter.due_local, time_zone, locale)}</Fact>
        {internal ? <Fact name={t("internalDeadline")}>{formatMoment(internal, time_zone, locale)}</Fact> : null}
        {letter.closed_at ? (
          <Fact name={t("closedOn")}>{formatInstant(letter.closed_at, time_zone, locale)}</Fact>
        ) : null}
        <Fact name={t("version")}>
          {t("versionOf", {
            version: letter.version,
            when: formatInstantDay(letter.written_at, time_zone, locale),
          })}
        </Fact>
        <Fact name={t("hash")}>
          <code className="text-sm break-all">{letter.hash}</code>
          <p className="mt-1 text-sm text-soft">{t("hashHint")}</p>
        </Fact>
      </Facts>
    </section>
  );
}
