import { Link } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { formatDay } from "~/platform/time";
import { AudienceChip } from "~/ui/audience-chip";
import { LocalText } from "./local-text";
import type { ServiceCard } from "./service";

type ServiceTableProps = {
  services: ServiceCard[] /** As `2026-11-29`, at the organization's place. */;
  today: string;
};

/** What an organization lists, each with who can see it and until when it is believed. */
export function ServiceTable({ services, today }: ServiceTableProps) {
  const t = useTranslations("resources");
  const locale = useLocale();
  return (
    <ul className="divide-y divide-line border-y border-line">
      {services.map((service) => (
        <li key={service.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2">
          <div className="min-w-0">
            <Link to={`/resources/${service.id}`} className="link inline-flex min-h-11 items-center font-semibold">
              <LocalText texts={service.name} />
            </Link>
            <p className="text-sm text-soft">
              {service.state === "active" ? null : <>{t(`state.${service.state}`)} · </>}
              {service.verify_by ? (
                <span className={service.verify_by < today ? "font-semibold text-ochre" : undefined}>
                  {t(service.verify_by < today ? "verifyOverdue" : "verifyBy")}
                  {`: ${formatDay(`${service.verify_by}T00:00:00`, locale)}`}
                </span>
              ) : (
                t("unverified")
              )}
            </p>
          </div>
          <AudienceChip audience={service.audience} />
        </li>
      ))}
    </ul>
  );
}
