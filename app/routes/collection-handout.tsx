import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { writeCollection } from "~/features/resources/handing-out/collection-sheet";
import { CollectionSheetPage } from "~/features/resources/handing-out/collection-sheet-page";
import { getCollection } from "~/features/resources/handing-out/queries.server";
import { codeOf, sheetWritings } from "~/features/resources/handing-out/sheet-writings.server";
import { pickText } from "~/i18n/pick-text";
import { translatorFor } from "~/i18n/translator.server";
import { uuidParam } from "~/platform/params";
import { LinkButton } from "~/ui/link-button";
import { Page } from "~/ui/page";
import { PrintButton } from "~/ui/print-button";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { locale, demonstration } = context;
  const collection = await getCollection(context.db, uuidParam(params.collection));
  return {
    title: translatorFor(locale)("handingOut.collectionHandoutTitle", { name: pickText(collection.name, locale).text }),
    id: collection.id,
    sheet: writeCollection(collection, sheetWritings(locale), demonstration),
    hue: collection.organization.color,
    code: codeOf(`/collections/${collection.id}`, collection.audience === "everyone"),
  };
}

export default function CollectionHandout() {
  const t = useTranslations("handingOut");
  const { title, id, sheet, hue, code } = useLoaderData<typeof loader>();
  const actions = (
    <>
      <PrintButton>{t("print")}</PrintButton>
      <LinkButton to={`/collections/${id}`} variant="quiet">
        {t("backToCollection")}
      </LinkButton>
    </>
  );

  return (
    <Page title={title} printed={false} actions={actions}>
      <CollectionSheetPage sheet={sheet} hue={hue} code={code} />
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
