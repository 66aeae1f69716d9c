import { type ReactNode, useId } from "react";
import { useLocale, useTranslations } from "use-intl";
import { shortNameOf } from "~/i18n/names";
import { formatDay } from "~/platform/time";
import { type Audience, AudienceChip } from "~/ui/audience-chip";
import { PlainText } from "~/ui/plain-text";
import { LocalText } from "./local-text";
import type { ServicePage } from "./service";

/** What lies below the card, for those who may see it: the place, what was said about papers, internal notes. */
export function ServiceLayers({ service }: { service: ServicePage }) {
  const t = useTranslations("resources");
  const fact = useTranslations("accessibility");
  const locale = useLocale();
  const { place, assurance, notes } = service;

  return (
    <>
      {place ? (
        <Layer title={t("place")} audience={place.audience}>
          {place.locations.map((location) => (
            <div key={location.id} className="grid gap-2">
              <address className="whitespace-pre-line">
                {[
                  location.name,
                  [location.address_1, location.address_2].filter(Boolean).join(", "),
                  [location.city, location.region, location.postal_code].filter(Boolean).join(" "),
                ]
                  .filter(Boolean)
                  .join("\n")}
              </address>
              <LocalText texts={location.directions} paragraph />
              {location.accessibility.length > 0 ? (
                <p>{location.accessibility.map((known) => fact(known as "step_free")).join(" · ")}</p>
              ) : null}
            </div>
          ))}
        </Layer>
      ) : null}
      {assurance ? (
        <Layer title={t("assurance")} audience={assurance.audience}>
          <p className="font-semibold">
            {t("assuranceTold", { day: formatDay(`${assurance.told_on}T00:00:00`, locale) })}
          </p>
          <LocalText texts={assurance.note} paragraph />
          <p className="text-sm text-soft">{t("assuranceOnly")}</p>
        </Layer>
      ) : null}
      {notes ? (
        <Layer title={t("notes")} audience="owner">
          <PlainText text={notes} />
          <p className="text-sm text-soft">
            {t("notesOwner", { organization: shortNameOf(service.organization, locale) })}
          </p>
        </Layer>
      ) : null}
    </>
  );
}

function Layer({ title, audience, children }: { title: string; audience: Audience; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-2">
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <h2 id={id} className="text-xl font-bold">
          {title}
        </h2>
        <AudienceChip audience={audience} />
      </div>
      {children}
    </section>
  );
}
