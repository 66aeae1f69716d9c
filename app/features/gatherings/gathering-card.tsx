import { Link } from "@remix-run/react";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import { useLocale, useTranslations } from "use-intl";
import { formatList } from "~/i18n/format-list";
import { pickText } from "~/i18n/pick-text";
import { AudienceChip } from "~/ui/audience-chip";
import { OrganizationMark } from "~/ui/organization-mark";
import { Time } from "~/ui/time";
import type { Card } from "./card";
import { StateMark } from "./state-mark";
import { useLanguageName } from "./use-language-name";

type GatheringCardProps = {
  card: Card;
  /** The level of its heading, below that of the day or list it stands in. */
  level: 2 | 3 | 4;
  readerZone?: string | undefined;
  /** Where all can be seen by everyone, the chip would say the same in every row. */
  chip?: boolean;
};

/** One gathering in a list: when, what, whose, where, in which languages, and who can see this. */
export function GatheringCard({ card, level, readerZone, chip = true }: GatheringCardProps) {
  const t = useTranslations();
  const locale = useLocale();
  const languageName = useLanguageName();
  const { text, lang } = pickText(card.title, locale);
  const Heading = `h${level}` as const;
  const languages = formatList(card.languages.map(languageName), locale);

  return (
    <article className="relative grid gap-x-6 gap-y-1 py-3.5 hover:bg-sunken/60 sm:grid-cols-[10.5rem_minmax(0,1fr)]">
      <div>
        <Time when={card} readerZone={readerZone} show="hours" />
      </div>
      <div className="min-w-0">
        <Heading lang={lang === locale ? undefined : lang} className="text-lg leading-snug font-semibold">
          <Link
            to={`/gatherings/${card.id}`}
            className={`after:absolute after:inset-0 hover:underline ${card.state === "cancelled" ? "line-through decoration-1" : ""}`}
          >
            {text}
          </Link>
        </Heading>
        <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">
          <StateMark state={card.state} />
          <OrganizationMark organization={card.organization} />
          <span>{t(`kind.${card.kind}`)}</span>
          {card.area ? <span className="min-w-0">{card.area}</span> : null}
          {languages ? <span className="text-soft">{languages}</span> : null}
          {chip ? <AudienceChip audience={card.audience} /> : null}
        </p>
        {card.kind === "registration_drive" ? (
          <p className="mt-1.5 flex max-w-measure gap-2 text-sm font-medium text-cinnabar">
            <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            {t("gatherings.registrationWarning")}
          </p>
        ) : null}
      </div>
    </article>
  );
}
