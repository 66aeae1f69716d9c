import { Link } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { formatList } from "~/i18n/format-list";
import { useLanguageName } from "~/i18n/use-language-name";
import { formatShortDay, formatThere, formatTimes, formatZone, knowsZone } from "~/platform/time";
import { AudienceChip } from "~/ui/audience-chip";
import { OrganizationMark } from "~/ui/organization-mark";
import type { Card } from "./card";
import { GatheringTitle } from "./gathering-title";
import { isElsewhere } from "./is-elsewhere";
import { RegistrationWarning } from "./registration-warning";
import { RepeatMark } from "./repeating/repeat-mark";
import { StateMark } from "./state-mark";
import { MissingMark } from "./volunteers/missing-mark";

type AgendaItemProps = { card: Card; on: string; readerZone: string | undefined; chip: boolean };

/** A gathering in a list: when, what, whose, where, and who can see it. */
export function AgendaItem({ card, on, readerZone, chip }: AgendaItemProps) {
  const t = useTranslations("calendar");
  const kind = useTranslations("kind");
  const gatherings = useTranslations("gatherings");
  const ui = useTranslations("ui");
  const locale = useLocale();
  const languageName = useLanguageName();
  const elsewhere = isElsewhere(card, readerZone);
  const beganEarlier = card.starts_local.slice(0, 10) < on;

  return (
    <article className="relative flex flex-wrap gap-x-6 gap-y-1 py-3 hover:bg-sunken/60">
      <p className="basis-44 pt-0.5 text-sm">
        <time dateTime={card.starts_at} className="font-medium">
          {formatTimes(card, locale)}
        </time>
        {elsewhere ? (
          <span className="block text-soft">{formatZone(card.time_zone, locale, card.starts_at)}</span>
        ) : null}
        {elsewhere && readerZone && knowsZone(readerZone) ? (
          <span className="block text-soft">{ui("yourTime", { when: formatThere(card, readerZone, locale) })}</span>
        ) : null}
        {beganEarlier ? (
          <span className="block text-soft">{t("since", { day: formatShortDay(card.starts_local, locale) })}</span>
        ) : null}
      </p>
      <div className="min-w-0 grow basis-[min(18rem,100%)]">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <Link
            to={`/gatherings/${card.id}`}
            className="min-w-0 py-0.5 text-lg leading-snug font-semibold after:absolute after:inset-0 hover:underline"
          >
            <GatheringTitle card={card} />
          </Link>
          <StateMark state={card.state} />
        </p>
        <p className="mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
          <OrganizationMark organization={card.organization} />
          <span className="text-soft">{kind(card.kind)}</span>
          <RepeatMark card={card} />
          {card.area ? <span className="text-soft">{card.area}</span> : null}
          {card.languages.length > 0 ? (
            <span className="text-soft">{formatList(card.languages.map(languageName), locale)}</span>
          ) : null}
          {card.held ? <span className="font-semibold">{gatherings(`held.${card.held}`)}</span> : null}
          <MissingMark card={card} />
          {chip ? <AudienceChip audience={card.state === "draft" ? "owner" : card.audience} /> : null}
        </p>
        {card.kind === "registration_drive" ? <RegistrationWarning compact /> : null}
      </div>
    </article>
  );
}
