import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { askedCalendar } from "~/features/imports/asked-calendar.server";
import { beginImport, draftImport } from "~/features/imports/commands.server";
import { ImportForm } from "~/features/imports/import-form";
import { listCalendars } from "~/features/imports/queries.server";
import { RememberedCalendars } from "~/features/imports/remembered-calendars";
import { shortNameOf } from "~/i18n/names";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { caughtRefusal, refusal } from "~/platform/refusal";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization, can } = await requireOrganization(asked);
  if (!can("gatherings.write")) throw refusal({ key: "not_allowed" }, 403);
  const { slug, display_name, short_name, korean_name } = organization;
  return {
    title: translatorFor(asked.context.locale)("imports.title"),
    organization: { slug, display_name, short_name, korean_name },
    readerZone: organization.time_zone,
    calendars: await listCalendars(asked.context.db, organization.id),
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const { db } = asked.context;
  try {
    await beginImport(db, organization.id);
  } catch (thrown) {
    const caught = caughtRefusal(thrown);
    if (caught?.problem.key !== "held_back") throw thrown;
    return data({ values: {}, errors: {}, refusal: caught.problem }, caught.status);
  }
  const read = await askedCalendar(asked.request);
  if ("reply" in read) return data(read.reply, 422);
  const draft = await draftImport(db, organization.id, read);
  return redirect(`/o/${organization.slug}/import/${draft}`);
}

export default function Import() {
  const t = useTranslations("imports");
  const { organization, readerZone, calendars } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const name = shortNameOf(organization, useLocale());

  return (
    <Page width="measure" title={t("title")} lead={t("lead", { organization: name })}>
      <RememberedCalendars slug={organization.slug} readerZone={readerZone} calendars={calendars} />
      <ImportForm slug={organization.slug} reply={reply} />
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
