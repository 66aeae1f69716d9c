import { useTranslations } from "use-intl";
import { Dialog } from "~/ui/dialog";
import { LinkButton } from "~/ui/link-button";
import { Menu } from "~/ui/menu";
import { MenuLink } from "~/ui/menu-link";
import { CancellationForm } from "./cancellation-form";
import type { GatheringPage } from "./card";
import { RestorationForm } from "./restoration-form";

/** What somebody who may write a gathering can do with it; what needs an answer asks for it here. */
export function GatheringActions({ gathering, slug }: { gathering: GatheringPage; slug: string }) {
  const t = useTranslations("gatherings");
  const templates = useTranslations("templates");
  const history = useTranslations("history");
  const ui = useTranslations("ui");
  const base = `/o/${slug}/gatherings/${gathering.id}`;
  const asked = { organization: gathering.organization, version: String(gathering.version), reply: undefined };

  return (
    <div data-screen-only className="flex flex-wrap gap-3 border-t border-line pt-6">
      <LinkButton to={`${base}/card`} variant="quiet">
        {t("edit")}
      </LinkButton>
      {gathering.state === "cancelled" ? null : (
        <LinkButton to={`${base}/time`} variant="quiet">
          {t("move")}
        </LinkButton>
      )}
      {gathering.state === "scheduled" ? (
        <Dialog to={`${base}/cancellation`} label={t("cancel")} title={t("cancelPageTitle")}>
          <p className="mb-5">{t("cancelLead")}</p>
          <CancellationForm {...asked} repeats={hasOthersToCome(gathering)} action={`${base}/cancellation`} />
        </Dialog>
      ) : null}
      {gathering.state === "cancelled" ? (
        <Dialog to={`${base}/restoration`} label={t("restore")} title={t("restorePageTitle")} variant="primary">
          <p className="mb-5">{t("restoreLead")}</p>
          <RestorationForm {...asked} action={`${base}/restoration`} />
        </Dialog>
      ) : null}
      <div className="ml-auto">
        <Menu label={ui("more")} align="end">
          <MenuLink to={`/o/${slug}/gatherings/new?like=${gathering.id}`}>{templates("like")}</MenuLink>
          <MenuLink to={`${base}/signups/settings`}>{t("signups")}</MenuLink>
          <MenuLink to={`${base}/template`}>{templates("keep")}</MenuLink>
          <MenuLink to={`${base}/preview?as=${previewedAs(gathering)}`}>{t("asTheySeeIt")}</MenuLink>
          <MenuLink to={`${base}/history`}>{history("title")}</MenuLink>
        </Menu>
      </div>
    </div>
  );
}

/** Whether more of its series is to come than this one, which is itself not over. */
function hasOthersToCome({ id, series }: GatheringPage): boolean {
  return series?.coming.some((one) => one.id === id) === true || (series?.coming.length ?? 0) > 7;
}

/** Whose eyes to begin with: those of somebody who sees it, where there is one. */
function previewedAs({ audience, recipients, coalition }: GatheringPage): string {
  const [first] = recipients;
  if (audience === "named" && first) return first.slug;
  return audience === "coalition" && coalition ? `coalition:${coalition.slug}` : "public";
}
