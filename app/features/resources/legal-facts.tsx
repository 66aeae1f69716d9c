import TriangleAlert from "lucide-react/icons/triangle-alert";
import { useLocale, useTranslations } from "use-intl";
import { formatDay } from "~/platform/time";
import { Fact, Facts } from "~/ui/facts";
import type { ServicePage } from "./service";

/** Of legal help: who gives it and where that can be checked; of legal information: as of when. With the warning. */
export function LegalFacts({ service }: { service: ServicePage }) {
  const t = useTranslations("resources");
  const locale = useLocale();
  const { credential, credential_url, credential_checked_on, information_as_of, jurisdiction, reviewed_by } = service;
  if (!credential && !information_as_of && !jurisdiction && !reviewed_by) return null;
  const day = (on: string) => formatDay(`${on}T00:00:00`, locale);

  return (
    <section aria-label={t("legalInformation")} className="grid gap-4">
      <p className="flex max-w-measure gap-2 border-l-4 border-ochre bg-ochre-wash py-2 pr-3 pl-3">
        <TriangleAlert aria-hidden className="mt-1 size-4 shrink-0 text-ochre" />
        {t("notario")}
      </p>
      <Facts>
        {credential ? (
          <Fact name={t("credentialLabel")}>
            <span className="font-semibold">{t(`credential.${credential}`)}</span>
            {credential_url ? (
              <a href={credential_url} rel="noopener noreferrer" className="link flex min-h-11 items-center sm:min-h-0">
                {t("roster")}
              </a>
            ) : null}
            {credential === "none" ? null : (
              <span className="block text-sm text-soft">
                {credential_checked_on ? t("rosterChecked", { day: day(credential_checked_on) }) : t("rosterUnchecked")}
              </span>
            )}
          </Fact>
        ) : null}
        {information_as_of ? (
          <Fact name={t("legalInformation")}>{t("asOf", { day: day(information_as_of) })}</Fact>
        ) : null}
        {jurisdiction ? <Fact name={t("jurisdiction")}>{jurisdiction}</Fact> : null}
        {reviewed_by ? <Fact name={t("reviewedBy")}>{reviewed_by}</Fact> : null}
      </Facts>
    </section>
  );
}
