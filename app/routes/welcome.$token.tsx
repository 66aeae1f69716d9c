import { type ActionFunctionArgs, type LoaderFunctionArgs, redirectDocument } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { beginSession } from "~/features/accounts/begin-session.server";
import { openFirstOrganization } from "~/features/accounts/commands.server";
import { FirstOrganizationForm } from "~/features/accounts/first-organization-form";
import { isFirstLinkOpen } from "~/features/accounts/queries.server";
import { firstOrganizationSchema } from "~/features/accounts/schema";
import { translatorFor } from "~/i18n/translator.server";
import { submit } from "~/platform/form.server";
import { tokenParam } from "~/platform/params";
import { refusal } from "~/platform/refusal";
import { listTimeZones } from "~/platform/time-zones.server";
import { Page } from "~/ui/page";

export async function loader({ params, context }: LoaderFunctionArgs) {
  if (!(await isFirstLinkOpen(context.db, tokenParam(params.token)))) throw refusal({ key: "link_not_valid" }, 410);
  return { title: translatorFor(context.locale)("welcome.title"), timeZones: await listTimeZones() };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = tokenParam(params.token);
  return submit(request, firstOrganizationSchema, async (input) => {
    const { slug, time_zone } = input.organization;
    if (!(await listTimeZones()).includes(time_zone)) {
      throw refusal({ key: "unknown_time_zone", field: "organization.time_zone" }, 422);
    }
    if (!(await isFirstLinkOpen(context.db, token))) throw refusal({ key: "link_not_valid" }, 409);
    await beginSession(context, request, await openFirstOrganization(context.db, token, input, context.locale));
    return redirectDocument(`/o/${slug}`);
  });
}

export default function Welcome() {
  const t = useTranslations("welcome");
  const { timeZones } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  return (
    <Page title={t("title")} lead={t("lead")} width="measure">
      <FirstOrganizationForm reply={reply} timeZones={timeZones} />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
