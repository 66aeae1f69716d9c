import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { makePrivateCalendar } from "~/features/feeds/commands.server";
import { MadeCalendar } from "~/features/feeds/made-calendar";
import { PrivateCalendarForm } from "~/features/feeds/private-calendar-form";
import { PrivateCalendarTable } from "~/features/feeds/private-calendar-table";
import { listPrivateCalendars } from "~/features/feeds/queries.server";
import { privateCalendarFormSchema } from "~/features/feeds/schema";
import { translatorFor } from "~/i18n/translator.server";
import { requireViewer } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { DoneMessage } from "~/ui/done-message";
import { Message } from "~/ui/message";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const viewer = await requireViewer(asked);
  const { searchParams } = new URL(asked.request.url);
  const organizations = viewer.organizations.map(({ id, slug, display_name, korean_name }) => ({
    ...{ id, slug, display_name, korean_name },
  }));
  return {
    title: translatorFor(asked.context.locale)("calendars.title"),
    calendars: await listPrivateCalendars(asked.context.db),
    organizations,
    chosen: organizations.find(({ slug }) => slug === searchParams.get("for"))?.id ?? "all",
    isEnded: searchParams.has("ended"),
  };
}

export async function action(asked: ActionFunctionArgs) {
  await requireViewer(asked);
  return submit(asked.request, privateCalendarFormSchema, async (input) => ({
    address: await makePrivateCalendar(asked.context.db, input),
  }));
}

export default function SettingsCalendars() {
  const t = useTranslations("calendars");
  const { calendars, organizations, chosen, isEnded } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const address = answer && "address" in answer ? answer.address : undefined;
  const reply = answer && "address" in answer ? undefined : answer;

  return (
    <Page title={t("title")} lead={t("lead")} width="measure">
      {address ? (
        <MadeCalendar address={address} />
      ) : (
        <div className="grid gap-10">
          {isEnded ? <DoneMessage title={t("saved")} /> : null}
          <section aria-labelledby="mine">
            <h2 id="mine" className="mb-4 text-xl font-bold">
              {t("mine")}
            </h2>
            <PrivateCalendarTable calendars={calendars} organizations={organizations} />
          </section>
          <section aria-labelledby="new" className="grid gap-6">
            <h2 id="new" className="text-xl font-bold">
              {t("makeTitle")}
            </h2>
            <Message kind="warning" title={t("warning")}>
              <p>{t("warningText")}</p>
            </Message>
            <PrivateCalendarForm organizations={organizations} chosen={chosen} reply={reply} />
          </section>
        </div>
      )}
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
