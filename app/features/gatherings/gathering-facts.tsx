import type { ReactNode } from "react";
import { useLocale, useTranslations } from "use-intl";
import { formatList } from "~/i18n/format-list";
import { shortNameOf } from "~/i18n/names";
import { useLanguageName } from "~/i18n/use-language-name";
import { AudienceChip } from "~/ui/audience-chip";
import { Time } from "~/ui/time";
import { AudienceDetails } from "./audience-details";
import type { GatheringPage } from "./card";

type GatheringFactsProps = { gathering: GatheringPage; readerZone: string | undefined };

/** When, where, who, in which languages, and who can see it. */
export function GatheringFacts({ gathering, readerZone }: GatheringFactsProps) {
  const t = useTranslations("gatherings");
  const kind = useTranslations("kind");
  const locale = useLocale();
  const languageName = useLanguageName();

  return (
    <dl className="grid gap-x-6 gap-y-4 border-y border-line py-5 sm:items-baseline sm:grid-cols-[8rem_minmax(0,1fr)]">
      <Fact name={t("whenLabel")}>
        <div className="text-lg font-semibold">
          <Time when={gathering} readerZone={readerZone} />
        </div>
      </Fact>
      <Fact name={t("areaLabel")}>
        {gathering.area || t("areaNone")}
        {gathering.detail ? null : (
          <span className="block text-sm text-soft">
            {t("askForPlace", { organization: shortNameOf(gathering.organization, locale) })}
          </span>
        )}
      </Fact>
      <Fact name={t("kindLabel")}>{kind(gathering.kind)}</Fact>
      {gathering.languages.length > 0 ? (
        <Fact name={t("languagesLabel")}>{formatList(gathering.languages.map(languageName), locale)}</Fact>
      ) : null}
      <Fact name={t("audienceLabel")}>
        <AudienceChip audience={gathering.audience}>
          <AudienceDetails gathering={gathering} layer="card" seen={gathering} />
        </AudienceChip>
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="sm:contents">
      <dt className="text-soft">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
