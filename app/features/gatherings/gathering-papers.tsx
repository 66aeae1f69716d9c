import { useTranslations } from "use-intl";
import { LinkButton } from "~/ui/link-button";
import type { GatheringPage } from "./card";

/** What somebody who only reads a gathering can take from it: the flyer; and its history, for its owner's people. */
export function GatheringPapers({ gathering }: { gathering: GatheringPage }) {
  const flyer = useTranslations("flyer");
  const history = useTranslations("history");
  const ours = gathering.reached !== null;

  return (
    <div data-screen-only className="flex flex-wrap gap-3 border-t border-line pt-6">
      <LinkButton to={`/gatherings/${gathering.id}/flyer`} variant="quiet">
        {flyer("open")}
      </LinkButton>
      {ours ? (
        <LinkButton to={`/o/${gathering.organization.slug}/gatherings/${gathering.id}/history`} variant="quiet">
          {history("title")}
        </LinkButton>
      ) : null}
    </div>
  );
}
