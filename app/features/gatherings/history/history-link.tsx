import { useTranslations } from "use-intl";
import { LinkButton } from "~/ui/link-button";
import type { GatheringPage } from "../card";

/** To the history of a gathering, for those of its owner's people who cannot change it. */
export function HistoryLink({ gathering }: { gathering: GatheringPage }) {
  const t = useTranslations("history");
  if (gathering.reached === null || gathering.writable_by.length > 0) return null;
  return (
    <p data-screen-only className="border-t border-line pt-6">
      <LinkButton to={`/o/${gathering.organization.slug}/gatherings/${gathering.id}/history`} variant="quiet">
        {t("title")}
      </LinkButton>
    </p>
  );
}
