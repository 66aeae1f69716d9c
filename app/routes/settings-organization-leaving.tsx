import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { leaveOrganization } from "~/features/settings/commands.server";
import { nameOf, shortNameOf } from "~/i18n/names";
import { translatorFor } from "~/i18n/translator.server";
import { requireViewer } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { pressSchema } from "~/platform/press";
import { refusal } from "~/platform/refusal";
import type { Viewer } from "~/platform/viewer";
import { ConfirmationForm } from "~/ui/confirmation-form";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const organization = organizationOf(await requireViewer(asked), asked.params.slug);
  const { locale } = asked.context;
  const title = translatorFor(locale)("settings.leaveTitle", { organization: nameOf(organization, locale) });
  const { display_name, short_name, korean_name } = organization;
  return { title, organization: { display_name, short_name, korean_name } };
}

export async function action(asked: ActionFunctionArgs) {
  const viewer = await requireViewer(asked);
  const organization = organizationOf(viewer, asked.params.slug);
  return submit(asked.request, pressSchema, async () => {
    await leaveOrganization(asked.context.db, organization.id, viewer.person.id);
    return redirect("/settings?saved=organization");
  });
}

export default function SettingsOrganizationLeaving() {
  const t = useTranslations("settings");
  const { title, organization } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const label = t("leaveWhich", { organization: shortNameOf(organization, useLocale()) });

  return (
    <Page title={title} lead={t("leaveLead")} width="measure">
      <ConfirmationForm reply={reply} variant="danger" label={label} back="/settings" />
    </Page>
  );
}

function organizationOf({ organizations }: Viewer, slug: string | undefined) {
  const organization = organizations.find((one) => one.slug === slug);
  if (!organization) throw refusal({ key: "not_found" }, 404);
  return organization;
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
