import { useLocale, useTranslations } from "use-intl";
import { shortNameOf } from "~/i18n/names";
import { AudienceChip } from "~/ui/audience-chip";
import { PlainText } from "~/ui/plain-text";
import type { GatheringPage } from "./card";

/** What the owner noted for itself; nobody else ever has it. */
export function GatheringNotes({ gathering }: { gathering: GatheringPage }) {
  const t = useTranslations("gatherings");
  const organization = shortNameOf(gathering.organization, useLocale());
  if (!gathering.notes) return null;

  return (
    <section aria-labelledby="notes" data-screen-only className="rounded-md border border-line bg-sunken p-4">
      <div className="mb-1 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h2 id="notes" className="font-bold">
          {t("notesLegend")}
        </h2>
        <AudienceChip audience="owner" />
      </div>
      <PlainText text={gathering.notes} />
      <p className="mt-2 text-sm text-soft">{t("notesStay", { organization })}</p>
    </section>
  );
}
