import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { FlyerPage } from "~/features/gatherings/flyer/flyer-page";
import { writeFlyer } from "~/features/gatherings/flyer/flyer-text";
import { getGathering } from "~/features/gatherings/queries.server";
import { messagesOf } from "~/i18n/messages.server";
import { paperLanguages } from "~/i18n/paper-languages";
import { pickText } from "~/i18n/pick-text";
import { translatorFor } from "~/i18n/translator.server";
import { env } from "~/platform/env.server";
import { qrPath } from "~/platform/paper/qr-path.server";
import { uuidParam } from "~/platform/params";
import { LinkButton } from "~/ui/link-button";
import { Page } from "~/ui/page";
import { PrintButton } from "~/ui/print-button";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { locale, demonstration } = context;
  const gathering = await getGathering(context.db, uuidParam(params.id));
  const url = `${env().APP_URL.replace(/\/$/, "")}/gatherings/${gathering.id}`;
  return {
    title: translatorFor(locale)("flyer.title", { title: pickText(gathering.title, locale).text }),
    id: gathering.id,
    flyer: {
      texts: paperLanguages(locale, gathering.languages).map((language) =>
        writeFlyer(gathering, {
          ...{ language, demonstration },
          names: messagesOf(language).language,
          t: translatorFor(language),
        }),
      ),
      hue: gathering.organization.color,
      qr: qrPath(url),
      url,
    },
  };
}

export default function GatheringFlyer() {
  const t = useTranslations("flyer");
  const { title, id, flyer } = useLoaderData<typeof loader>();
  const actions = (
    <>
      <PrintButton>{t("print")}</PrintButton>
      <LinkButton to={`/gatherings/${id}`} variant="quiet">
        {t("back")}
      </LinkButton>
    </>
  );

  return (
    <Page title={title} printed={false} actions={actions}>
      <FlyerPage {...flyer} />
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
