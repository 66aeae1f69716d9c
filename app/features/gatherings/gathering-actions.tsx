import { useTranslations } from "use-intl";
import { Dialog } from "~/ui/dialog";
import { LinkButton } from "~/ui/link-button";
import { CancellationForm } from "./cancellation-form";
import type { GatheringPage } from "./card";
import { RestorationForm } from "./restoration-form";

/** What somebody who may write a gathering can do with it; what needs an answer asks for it here. */
export function GatheringActions({ gathering, slug }: { gathering: GatheringPage; slug: string }) {
  const t = useTranslations("gatherings");
  const base = `/o/${slug}/gatherings/${gathering.id}`;
  const asked = { organization: gathering.organization, version: String(gathering.version), reply: undefined };

  return (
    <div data-screen-only className="flex flex-wrap gap-3 border-t border-line pt-6">
      <LinkButton to={`${base}/card`} variant="quiet">
        {t("edit")}
      </LinkButton>
      <LinkButton to={`${base}/time`} variant="quiet">
        {t("move")}
      </LinkButton>
      <LinkButton to={`${base}/preview`} variant="quiet">
        {t("asTheySeeIt")}
      </LinkButton>
      {gathering.state === "scheduled" ? (
        <Dialog to={`${base}/cancellation`} label={t("cancel")} title={t("cancelPageTitle")}>
          <p className="mb-5">{t("cancelLead")}</p>
          <CancellationForm {...asked} action={`${base}/cancellation`} />
        </Dialog>
      ) : null}
      {gathering.state === "cancelled" ? (
        <Dialog to={`${base}/restoration`} label={t("restore")} title={t("restorePageTitle")} variant="primary">
          <p className="mb-5">{t("restoreLead")}</p>
          <RestorationForm {...asked} action={`${base}/restoration`} />
        </Dialog>
      ) : null}
    </div>
  );
}
