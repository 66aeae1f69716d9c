import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { postService } from "~/features/resources/commands.server";
import { savedAddress } from "~/features/resources/posting/saved";
import { newServiceSchema } from "~/features/resources/posting/schema";
import { ServiceForm } from "~/features/resources/posting/service-form";
import { newServiceValues } from "~/features/resources/posting/stored-values";
import { getNewService } from "~/features/resources/queries.server";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { one } from "~/platform/form-values";
import { refusal } from "~/platform/refusal";
import { listTimeZones } from "~/platform/time-zones.server";
import { listZoneChoices } from "~/platform/zone-choices";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization, can } = await requireOrganization(asked);
  if (!can("resources.write")) throw refusal({ key: "not_allowed" }, 403);
  const { db, locale } = asked.context;
  const [page, zones] = await Promise.all([getNewService(db, organization.id), listTimeZones()]);
  return {
    title: translatorFor(locale)("posting.newTitle"),
    ...{ organization, ...page },
    initial: newServiceValues(organization),
    zones: listZoneChoices(zones, [organization.time_zone], locale),
    submission_id: randomUUID(),
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  return submit(asked.request, newServiceSchema, async (input) => {
    const { id } = await postService(asked.context.db, organization.id, input);
    return redirect(savedAddress(id, input.content.state === "draft" ? "savedDraft" : "savedNew"));
  });
}

export default function NewResource() {
  const t = useTranslations("posting");
  const { submission_id, title: _title, ...form } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  return (
    <Page title={t("newTitle")} lead={t("newLead")}>
      <ServiceForm
        {...form}
        reply={reply}
        carried={{ name: "submission_id", value: one(reply?.values.submission_id) ?? submission_id }}
      />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
