import { useLocale, useTranslations } from "use-intl";
import { nameOf } from "~/i18n/names";
import { FeedAddress } from "./feed-address";
import type { CalendarsToSubscribe } from "./queries.server";

/** Every calendar that anybody may subscribe to, in the language of the page. */
export function FeedList({ calendars, site }: { calendars: CalendarsToSubscribe; site: string }) {
  const t = useTranslations("subscription");
  const locale = useLocale();
  const at = (path: string) => `${site}${path}/calendar.ics?lang=${locale}`;

  return (
    <div className="grid content-start gap-8">
      <ul>
        <FeedAddress id="everything" name={t("everything")} hint={t("everythingHint")} address={at("")} />
      </ul>
      {calendars.coalitions.length > 0 ? (
        <section aria-labelledby="coalitions">
          <h2 id="coalitions" className="text-xl font-bold">
            {t("coalitions")}
          </h2>
          <ul className="divide-y divide-line">
            {calendars.coalitions.map((coalition) => (
              <FeedAddress
                key={coalition.slug}
                id={`coalition-${coalition.slug}`}
                name={nameOf(coalition, locale)}
                address={at(`/c/${coalition.slug}`)}
              />
            ))}
          </ul>
        </section>
      ) : null}
      {calendars.organizations.length > 0 ? (
        <section aria-labelledby="organizations">
          <h2 id="organizations" className="text-xl font-bold">
            {t("organizations")}
          </h2>
          <p className="text-soft">{t("organizationHint")}</p>
          <ul className="divide-y divide-line">
            {calendars.organizations.map((organization) => (
              <FeedAddress
                key={organization.slug}
                id={`organization-${organization.slug}`}
                name={nameOf(organization, locale)}
                address={at(`/o/${organization.slug}`)}
              />
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
