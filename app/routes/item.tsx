import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { ItemActions } from "~/features/actions/items/item-actions";
import { ItemArticle } from "~/features/actions/items/item-article";
import { ItemMarks } from "~/features/actions/items/item-marks";
import { ItemTitle } from "~/features/actions/items/item-title";
import { OwnParts } from "~/features/actions/items/own-parts";
import { getItem } from "~/features/actions/items/queries.server";
import { RegistrationWarning } from "~/features/gatherings/registration-warning";
import { pickText } from "~/i18n/pick-text";
import { requireViewer } from "~/platform/actor.server";
import { uuidParam } from "~/platform/params";
import { DoneMessage } from "~/ui/done-message";
import { Page } from "~/ui/page";

const done = ["asked", "closed", "made", "nobodyLeft", "part", "reopened", "taken", "withdrawn"] as const;

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = await requireViewer(asked);
  const item = await getItem(asked.context.db, uuidParam(asked.params.id));
  const said = new URL(asked.request.url).searchParams.get("saved");
  return {
    title: pickText(item.title, asked.context.locale).text,
    item,
    readerZone: viewer.person.time_zone,
    saved: done.find((one) => one === said) ?? null,
  };
}

export default function ItemRoute() {
  const t = useTranslations("items");
  const { item, readerZone, saved } = useLoaderData<typeof loader>();

  return (
    <Page
      width="measure"
      above={
        <span className="flex flex-wrap items-center gap-x-4">
          {t("one")} <ItemMarks item={item} />
        </span>
      }
      title={<ItemTitle item={item} />}
    >
      {saved ? <DoneMessage title={t(`done.${saved}`)} /> : null}
      <div className="grid gap-8">
        <OwnParts item={item} />
        <ItemArticle item={item} readerZone={readerZone} warning={<RegistrationWarning />} />
        <ItemActions item={item} />
      </div>
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
