import { useLocale, useTranslations } from "use-intl";
import { shortNameOf } from "~/i18n/names";
import { LinkButton } from "~/ui/link-button";
import type { GatheringPage } from "../card";

/** What the people of a host, or of an organization that is invited, can do with somebody else's gathering. */
export function HostActions({ gathering }: { gathering: GatheringPage }) {
  const t = useTranslations("gatherings");
  const locale = useLocale();
  // The owner's people know every hosting; they have a page of their own for them.
  const own = gathering.reached === null ? gathering.hosts.known.filter(({ state }) => state !== "declined") : [];

  return own.map(({ organization, state }) => {
    const base = `/o/${organization.slug}/gatherings/${gathering.id}`;
    const name = { organization: shortNameOf(organization, locale) };
    return (
      <div key={organization.id} data-screen-only className="flex flex-wrap gap-3 border-t border-line pt-6">
        {gathering.writable_by.includes(organization.slug) ? (
          <>
            <LinkButton to={`${base}/card`} variant="quiet">
              {t("editAs", name)}
            </LinkButton>
            {gathering.state === "cancelled" ? null : (
              <LinkButton to={`${base}/time`} variant="quiet">
                {t("moveAs", name)}
              </LinkButton>
            )}
          </>
        ) : null}
        <LinkButton to={`${base}/hosting`} variant={state === "invited" ? "primary" : "quiet"}>
          {t(state === "invited" ? "invitationOf" : "hostingOf", name)}
        </LinkButton>
      </div>
    );
  });
}
