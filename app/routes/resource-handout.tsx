import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { HandoutPage } from "~/features/resources/handing-out/handout-page";
import { warningsOf, writeHandout } from "~/features/resources/handing-out/handout-text";
import { getHandout } from "~/features/resources/handing-out/queries.server";
import { codeOf, sheetWritings } from "~/features/resources/handing-out/sheet-writings.server";
import { isOpenToEveryone } from "~/features/resources/handing-out/words";
import { pickText } from "~/i18n/pick-text";
import { translatorFor } from "~/i18n/translator.server";
import { uuidParam } from "~/platform/params";
import { LinkButton } from "~/ui/link-button";
import { Message } from "~/ui/message";
import { Page } from "~/ui/page";
import { PrintButton } from "~/ui/print-button";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { locale, demonstration } = context;
  const facts = await getHandout(context.db, uuidParam(params.service));
  const writings = sheetWritings(locale, facts.staff_languages);
  return {
    title: translatorFor(locale)("handingOut.handoutTitle", { name: pickText(facts.name, locale).text }),
    id: facts.id,
    handout: {
      texts: writings.map((writing, at) => writeHandout(facts, { ...writing, isFirst: at === 0, demonstration })),
      warnings: warningsOf([facts], writings),
      hue: facts.organization.color,
      code: codeOf(`/resources/${facts.id}`, isOpenToEveryone(facts)),
    },
  };
}

export default function ResourceHandout() {
  const t = useTranslations("handingOut");
  const { title, id, handout } = useLoaderData<typeof loader>();
  const actions = (
    <>
      <PrintButton>{t("print")}</PrintButton>
      <LinkButton to={`/resources/${id}`} variant="quiet">
        {t("back")}
      </LinkButton>
    </>
  );

  return (
    <Page title={title} printed={false} actions={actions}>
      {handout.code ? null : (
        <div data-screen-only className="mb-6">
          <Message kind="notice">{t("noCode")}</Message>
        </div>
      )}
      <HandoutPage {...handout} />
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
