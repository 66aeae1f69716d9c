import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { discardService } from "~/features/resources/commands.server";
import { LocalText } from "~/features/resources/local-text";
import { serviceRemovalSchema } from "~/features/resources/posting/schema";
import { getStoredService } from "~/features/resources/queries.server";
import { shortNameOf } from "~/i18n/names";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { versionSeen } from "~/platform/form-values";
import { uuidParam } from "~/platform/params";
import { ConfirmationForm } from "~/ui/confirmation-form";
import { LinkButton } from "~/ui/link-button";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const { db, locale } = asked.context;
  const { id, name, version, shared } = await getStoredService(db, organization.id, uuidParam(asked.params.service));
  const { slug, display_name, short_name, korean_name } = organization;
  return {
    title: translatorFor(locale)("resources.discardTitle"),
    organization: { slug, display_name, short_name, korean_name },
    stored: { id, name, version, shared },
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.service);
  return submit(asked.request, serviceRemovalSchema, async ({ seen_version }) => {
    await discardService(asked.context.db, organization.id, id, seen_version);
    return redirect(`/o/${organization.slug}/resources`);
  });
}

export default function ResourceRemoval() {
  const t = useTranslations("resources");
  const { organization, stored } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const name = { organization: shortNameOf(organization, useLocale()) };

  return (
    <Page width="measure" title={t("discardTitle")} lead={stored.shared ? t("discardShared") : t("discardText")}>
      <p className="mb-6 rounded-md border border-line bg-surface p-4 text-lg font-semibold">
        <LocalText texts={stored.name} />
      </p>
      {stored.shared ? (
        <LinkButton to={`/o/${organization.slug}/resources/${stored.id}/card#field-state`}>{t("end")}</LinkButton>
      ) : (
        <ConfirmationForm reply={reply} variant="danger" label={t("discardAs", name)} back={`/resources/${stored.id}`}>
          <input type="hidden" name="seen_version" value={versionSeen(reply, stored)} />
        </ConfirmationForm>
      )}
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
