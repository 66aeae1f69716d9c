import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { valuesFromCalendar } from "~/features/gatherings/calendar/values-from-calendar";
import { moveGathering } from "~/features/gatherings/commands.server";
import { GatheringSummary } from "~/features/gatherings/gathering-summary";
import { MoveForm } from "~/features/gatherings/move-form";
import { getSharedGathering } from "~/features/gatherings/queries.server";
import { moveSchema } from "~/features/gatherings/schema";
import { storedTime } from "~/features/gatherings/stored-values";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { versionSeen } from "~/platform/form-values";
import { uuidParam } from "~/platform/params";
import { safePath } from "~/platform/safe-path";
import { Message } from "~/ui/message";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const { db, locale } = asked.context;
  const stored = await getSharedGathering(db, organization.id, uuidParam(asked.params.id));
  const { id, title, state, starts_local, ends_local, time_zone, version, shared_at, area, detail } = stored;
  return {
    title: translatorFor(locale)("gatherings.moveTitle"),
    organization,
    gathering: { id, title, state, starts_local, ends_local, time_zone, version, shared: shared_at !== null },
    repeats: stored.series !== null,
    fixed: { time_zone, area: area ?? "", "detail.address": detail?.address ?? "" },
    initial: { ...storedTime(stored, locale), ...valuesFromCalendar(new URL(asked.request.url).searchParams) },
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.id);
  return submit(asked.request, moveSchema, async (input) => {
    await moveGathering(asked.context.db, organization.id, id, input);
    return redirect(safePath(input.to, `/gatherings/${id}`));
  });
}

/** Somebody else's newer version is read again, so that the next answer is about that one. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;

export default function GatheringTime() {
  const t = useTranslations("gatherings");
  const { organization, gathering, repeats, fixed, initial } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  return (
    <Page width="measure" title={t("moveTitle")} lead={t("moveLead")}>
      <GatheringSummary gathering={gathering} />
      {repeats ? (
        <p className="mb-6">
          {t("moveOne")}{" "}
          <Link to={`/o/${organization.slug}/gatherings/${gathering.id}/card`} className="link">
            {t("moveSeveral")}
          </Link>
        </p>
      ) : null}
      {gathering.shared ? (
        <div className="mb-6">
          <Message kind="warning">{t("moveShared")}</Message>
        </div>
      ) : null}
      <MoveForm
        organization={organization}
        gathering={gathering.id}
        fixed={fixed}
        initial={initial}
        timeZone={gathering.time_zone}
        back={`/gatherings/${gathering.id}`}
        version={versionSeen(reply, gathering)}
        reply={reply}
      />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
