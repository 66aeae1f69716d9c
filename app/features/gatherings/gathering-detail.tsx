import type { ReactNode } from "react";
import { useLocale, useTranslations } from "use-intl";
import { pickText } from "~/i18n/pick-text";
import { AudienceChip } from "~/ui/audience-chip";
import { PlainText } from "~/ui/plain-text";
import { AudienceDetails } from "./audience-details";
import type { GatheringPage } from "./card";

/** The exact place and what to know on the way, for those who may see it, and who else may. */
export function GatheringDetail({ gathering }: { gathering: GatheringPage }) {
  const t = useTranslations("gatherings");
  const fact = useTranslations("accessibility");
  const locale = useLocale();
  const { detail } = gathering;
  if (!detail) return null;
  const { address, online_url, contact, accessibility, instructions } = detail;
  const way = pickText(instructions, locale);
  const says = address || online_url || contact || way.text || accessibility.length > 0;

  return (
    <section aria-labelledby="detail" className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <h2 id="detail" className="text-xl font-bold">
          {t("detailLegend")}
        </h2>
        <AudienceChip audience={detail.audience}>
          <AudienceDetails gathering={gathering} layer="detail" seen={detail} />
        </AudienceChip>
      </div>
      {says ? null : <p className="text-soft">{t("detailNothing")}</p>}
      <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[8rem_minmax(0,1fr)] sm:items-baseline">
        {address ? (
          <Row name={t("address")}>
            <address className="font-semibold whitespace-pre-line">{address}</address>
          </Row>
        ) : null}
        {online_url ? (
          <Row name={t("onlineUrl")}>
            <PlainText text={online_url} />
          </Row>
        ) : null}
        {contact ? <Row name={t("contact")}>{contact}</Row> : null}
        {way.text ? (
          <Row name={t("onTheWay")}>
            <div lang={way.lang === locale ? undefined : way.lang}>
              <PlainText text={way.text} />
            </div>
          </Row>
        ) : null}
        {accessibility.length > 0 ? (
          <Row name={t("accessibilityLegend")}>{accessibility.map((known) => fact(known)).join(" · ")}</Row>
        ) : null}
      </dl>
    </section>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="sm:contents">
      <dt className="text-soft">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
