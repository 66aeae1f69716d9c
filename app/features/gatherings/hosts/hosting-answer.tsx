import { useLocale, useTranslations } from "use-intl";
import { shortNameOf } from "~/i18n/names";
import type { Organization } from "~/platform/fellows";
import { DoneMessage } from "~/ui/done-message";
import { LinkButton } from "~/ui/link-button";
import type { ReadHosting } from "./queries.server";

type HostingAnswerProps = { organization: Organization; hosting: ReadHosting; accepted: boolean };

/** What an organization is asked to hold, what accepting means, and how it answers or ends it. */
export function HostingAnswer({ organization, hosting, accepted }: HostingAnswerProps) {
  const t = useTranslations("hosts");
  const gatherings = useTranslations("gatherings");
  const locale = useLocale();
  const { part, may_edit, state, answerable, occurrences, gathering } = hosting;
  const names = { owner: shortNameOf(gathering.organization, locale), organization: shortNameOf(organization, locale) };
  const invited = state === "invited";
  const base = `/o/${organization.slug}/gatherings/${gathering.id}`;

  return (
    <section
      aria-labelledby="hosting"
      data-screen-only
      className="grid gap-4 rounded-md border border-edge bg-surface p-5"
    >
      {accepted ? <DoneMessage title={t("saved.acceptance")} /> : null}
      <h2 id="hosting" className="text-xl font-bold">
        {t(invited ? "hostingTitle" : part === "co_host" ? "hostingHeld" : "hostingPromoted", names)}
      </h2>
      <p className="font-semibold">
        {gatherings(part === "co_host" ? "asCoHost" : "asPromoter")}
        {occurrences > 1 ? ` · ${gatherings("occurrences", { count: occurrences })}` : null}
      </p>
      {invited ? (
        <div>
          <p className="mb-1 font-semibold">{t("beforeAccepting")}</p>
          <ul className="grid list-disc gap-1 pl-5">
            <li>{t("nameShown", names)}</li>
            <li>{t("peopleStay", names)}</li>
            <li>{t(may_edit ? "editingToo" : "onlyAppear", names)}</li>
            {occurrences > 1 ? <li>{t("hostingDates", { count: occurrences })}</li> : null}
            <li>{t("endsAnyTime")}</li>
          </ul>
        </div>
      ) : (
        <p>{t(may_edit ? "editingToo" : "onlyAppear", names)}</p>
      )}
      {answerable ? (
        <div className="grid gap-3 sm:flex sm:flex-wrap">
          {invited ? (
            <>
              <LinkButton to={`${base}/hosting/acceptance`}>{t("accept", names)}</LinkButton>
              <LinkButton to={`${base}/hosting/refusal`} variant="quiet">
                {t("decline")}
              </LinkButton>
            </>
          ) : (
            <>
              {gathering.writable_by.includes(organization.slug) ? (
                <LinkButton to={`${base}/card`}>{gatherings("editAs", names)}</LinkButton>
              ) : null}
              <LinkButton to={`${base}/hosting/ending`} variant="quiet">
                {t("leave", names)}
              </LinkButton>
            </>
          )}
        </div>
      ) : invited ? (
        <p className="text-soft">{t("askEditor", names)}</p>
      ) : null}
      {invited ? <p className="text-soft">{t("asItWillLook")}</p> : null}
    </section>
  );
}
