import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useLocale, useTranslations } from "use-intl";
import { nameOf } from "~/i18n/names";
import { pickText } from "~/i18n/pick-text";
import { formatDay, localIn } from "~/platform/time";
import { AudienceChip } from "~/ui/audience-chip";
import { Fact, Facts } from "~/ui/facts";
import { OrganizationMark } from "~/ui/organization-mark";
import { PlainText } from "~/ui/plain-text";
import { Table } from "~/ui/table";
import { DueTime } from "./due-time";
import type { ItemPage } from "./facts";

type ItemArticleProps = { item: ItemPage; readerZone: string; warning: ReactNode };

/** An item as everybody who sees it reads it: what, by when, step by step, and how far each organization is. */
export function ItemArticle({ item, readerZone, warning }: ItemArticleProps) {
  const t = useTranslations("items");
  const locale = useLocale();
  const description = pickText(item.description, locale);
  const campaign = item.campaign && pickText(item.campaign.name, locale);
  return (
    <div className="grid gap-6">
      {item.about_registration ? warning : null}
      <Facts>
        <Fact name={t("due")}>
          <span className="text-lg font-semibold">
            <DueTime item={item} readerZone={readerZone} />
          </span>
        </Fact>
        <Fact name={t("ledBy")}>
          <OrganizationMark organization={item.organization} name="whole" />
        </Fact>
        <Fact name={t("whoSees")}>
          <AudienceChip audience={item.audience} />{" "}
          <span className="text-sm text-soft">
            {t(item.audience === "named" ? "seenByNamedMeans" : "seenByCoalitionMeans")}
          </span>
        </Fact>
        {campaign && item.campaign ? (
          <Fact name={t("campaign")}>
            <Link
              to={`/campaigns/${item.campaign.id}`}
              lang={campaign.lang}
              className="link inline-flex min-h-11 items-center"
            >
              {campaign.text}
            </Link>
          </Fact>
        ) : null}
        {item.coalition ? (
          <Fact name={t("coalition")}>
            <Link to={`/c/${item.coalition.slug}/items`} className="link inline-flex min-h-11 items-center">
              {nameOf(item.coalition, locale)}
            </Link>
          </Fact>
        ) : null}
      </Facts>
      {description.text ? (
        <div lang={description.lang}>
          <PlainText text={description.text} />
        </div>
      ) : null}
      {item.steps.length > 0 ? (
        <section aria-labelledby="steps">
          <h2 id="steps" className="mb-2 text-xl font-bold">
            {t("steps")}
          </h2>
          <ol className="grid list-decimal gap-1 pl-6">
            {item.steps.map(({ id, label }) => {
              const said = pickText(label, locale);
              return (
                <li key={id} lang={said.lang} className="wrap-anywhere">
                  {said.text}
                </li>
              );
            })}
          </ol>
        </section>
      ) : null}
      <section aria-labelledby="parts">
        <h2 id="parts" className="text-xl font-bold">
          {t("parts")}
        </h2>
        <p className="mb-3 text-soft">{t("partsHint")}</p>
        {item.parts.length > 0 ? (
          <Table
            caption={t("parts")}
            head={[t("organization"), t("howFar"), t("since")]}
            rows={item.parts.map(({ organization, status, status_at }) => ({
              key: organization.id,
              cells: [
                <OrganizationMark key="who" organization={organization} />,
                t(`status.${status}`),
                formatDay(localIn(status_at, readerZone), locale),
              ],
            }))}
          />
        ) : (
          <p>{t("noParts")}</p>
        )}
      </section>
    </div>
  );
}
