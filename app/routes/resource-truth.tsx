import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { doneOf } from "~/features/resources/truth/done";
import { getTruth } from "~/features/resources/truth/queries.server";
import { TruthSection } from "~/features/resources/truth/truth-section";
import { pickText } from "~/i18n/pick-text";
import { translatorFor } from "~/i18n/translator.server";
import { uuidParam } from "~/platform/params";
import { DoneMessage } from "~/ui/done-message";
import { Page } from "~/ui/page";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const truth = await getTruth(context.db, uuidParam(params.service));
  const title = translatorFor(context.locale)("truth.title");
  return { title, truth, done: doneOf(request), readAlone: true };
}

export default function ResourceTruth() {
  const t = useTranslations("truth");
  const locale = useLocale();
  const { truth, done } = useLoaderData<typeof loader>();
  const name = pickText(truth.name, locale);
  return (
    <Page
      width="measure"
      title={<span lang={name.lang}>{name.text}</span>}
      above={
        <Link to={`/resources/${truth.id}`} className="link">
          {t("backToService")}
        </Link>
      }
    >
      {done ? <DoneMessage title={t(`done.${done}`)} /> : null}
      <TruthSection truth={truth} />
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
