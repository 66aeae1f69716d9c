import { useLocale, useTranslations } from "use-intl";
import { formatList } from "~/i18n/format-list";
import { useLanguageName } from "~/i18n/use-language-name";
import { formatZone } from "~/platform/time";
import { AudienceChip } from "~/ui/audience-chip";
import { Fact, Facts } from "~/ui/facts";
import { OrganizationMark } from "~/ui/organization-mark";
import { LocalText } from "./local-text";
import type { ServicePage } from "./service";
import { ServiceHours } from "./service-hours";

/** When, in which languages, for whom, at what cost, given by whom, and who can see it. */
export function ServiceFacts({ service }: { service: ServicePage }) {
  const t = useTranslations("resources");
  const locale = useLocale();
  const languageName = useLanguageName();
  const { schedules, closures, provider, cost, area_served, website, email, recipients } = service;
  const spoken = [
    ["languagesStaff", service.staff_languages],
    ["languagesInterpreter", service.interpreter_languages],
    ["languagesDocuments", service.document_languages],
  ] as const;
  const texts = [
    ["eligibility", service.eligibility],
    ["documents", service.required_documents],
  ] as const;

  return (
    <div className="border-y border-line py-5">
      <Facts>
        {schedules.length > 0 || closures.length > 0 ? (
          <Fact name={t("hours")}>
            <ServiceHours schedules={schedules} closures={closures} />
            <span className="block text-sm text-soft">
              {t("hoursZone", { zone: formatZone(service.time_zone, locale) })}
            </span>
          </Fact>
        ) : null}
        {spoken.map(([label, tags]) =>
          tags.length > 0 ? (
            <Fact key={label} name={t(label)}>
              {formatList(tags.map(languageName), locale)}
            </Fact>
          ) : null,
        )}
        {service.terms.length > 0 ? (
          <Fact name={t("needs")}>
            {service.terms.map(({ id, name }, at) => (
              <span key={id}>
                {at > 0 ? " · " : ""}
                <LocalText texts={name} />
              </span>
            ))}
          </Fact>
        ) : null}
        {cost === "unknown" && Object.keys(service.cost_note).length === 0 ? null : (
          <Fact name={t("costLabel")}>
            {cost === "unknown" ? null : <span className="font-semibold">{t(`cost.${cost}`)}</span>}
            <LocalText texts={service.cost_note} paragraph />
          </Fact>
        )}
        {texts.map(([label, text]) =>
          Object.keys(text).length > 0 ? (
            <Fact key={label} name={t(label)}>
              <LocalText texts={text} paragraph />
            </Fact>
          ) : null,
        )}
        {area_served.length > 0 ? <Fact name={t("area")}>{area_served.join(" · ")}</Fact> : null}
        {provider ? (
          <Fact name={t("provider")}>
            <LocalText texts={provider.name} />
            {provider.aliases.length > 0 ? (
              <span className="block text-sm text-soft">
                {t("formerly", { names: formatList(provider.aliases, locale) })}
              </span>
            ) : null}
          </Fact>
        ) : null}
        {website ? (
          <Fact name={t("website")}>
            <a href={website} rel="noopener noreferrer nofollow" className="link break-all">
              {website.replace(/^https?:\/\//, "")}
            </a>
          </Fact>
        ) : null}
        {email ? (
          <Fact name={t("email")}>
            <a href={`mailto:${email}`} className="link break-all">
              {email}
            </a>
          </Fact>
        ) : null}
        <Fact name={t("audienceLabel")}>
          <AudienceChip audience={service.audience}>
            {recipients.length > 0 ? (
              <ul className="grid gap-1">
                {recipients.map((one) => (
                  <li key={one.id}>
                    <OrganizationMark organization={one} name="whole" />
                  </li>
                ))}
              </ul>
            ) : undefined}
          </AudienceChip>
        </Fact>
      </Facts>
    </div>
  );
}
