import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useLocale, useTranslations } from "use-intl";
import { OrganizationMark } from "~/ui/organization-mark";
import { Page } from "~/ui/page";
import { LegalFacts } from "./legal-facts";
import { LocalText } from "./local-text";
import type { ServicePage } from "./service";
import { ServiceFacts } from "./service-facts";
import { ServiceLayers } from "./service-layers";
import { ServicePhones } from "./service-phones";
import { ServiceState } from "./service-state";
import { TextOrigin } from "./text-origin";

type ServiceArticleProps = {
  service: ServicePage;
  first?: ReactNode;
  /** What to know before the number is given on. */
  caution?: ReactNode;
  children?: ReactNode;
};

/** A service's page: every layer that its reader may see, the same wherever it is shown. */
export function ServiceArticle({ service, first, caution, children }: ServiceArticleProps) {
  const t = useTranslations("resources");
  const locale = useLocale();

  return (
    <Page
      width="measure"
      above={<OrganizationMark organization={service.organization} name="whole" />}
      title={<LocalText texts={service.name} />}
    >
      <div className="grid gap-6">
        {first}
        <ServiceState service={service} />
        <div>
          <LocalText texts={service.description} paragraph />
          <TextOrigin service={service} locale={locale} />
        </div>
        {caution}
        <ServicePhones phones={service.phones} />
        <LegalFacts service={service} />
        <ServiceFacts service={service} />
        <ServiceLayers service={service} />
        {children}
        <p data-screen-only>
          <Link to="/resources" className="link inline-flex min-h-11 items-center">
            {t("backToAll")}
          </Link>
        </p>
      </div>
    </Page>
  );
}
