import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { reviseService } from "~/features/resources/commands.server";
import { LocalText } from "~/features/resources/local-text";
import { savedAddress } from "~/features/resources/posting/saved";
import { revisedServiceSchema } from "~/features/resources/posting/schema";
import { ServiceForm } from "~/features/resources/posting/service-form";
import { storedServiceValues } from "~/features/resources/posting/stored-values";
import { getStoredService } from "~/features/resources/queries.server";
import { messagesOf } from "~/i18n/messages.server";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { versionSeen } from "~/platform/form-values";
import { uuidParam } from "~/platform/params";
import { listTimeZones } from "~/platform/time-zones.server";
import { listZoneChoices } from "~/platform/zone-choices";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const { db, locale } = asked.context;
  const id = uuidParam(asked.params.service);
  const [stored, zones] = await Promise.all([getStoredService(db, organization.id, id), listTimeZones()]);
  return {
    title: translatorFor(locale)("posting.editTitle"),
    ...{ organization, stored },
    initial: storedServiceValues(stored, { locale, names: messagesOf(locale).language }),
    zones: listZoneChoices(zones, [organization.time_zone, stored.time_zone], locale),
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.service);
  return submit(asked.request, revisedServiceSchema, async (input) => {
    await reviseService(asked.context.db, organization.id, id, input);
    return redirect(savedAddress(id, "savedChanges"));
  });
}

export default function ResourceCard() {
  const t = useTranslations("posting");
  const { organization, stored, initial, zones } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  return (
    <Page title={t("editTitle")} above={<LocalText texts={stored.name} />}>
      <ServiceForm
        organization={organization}
        fellows={stored.fellows}
        needs={stored.needs}
        zones={zones}
        initial={initial}
        reply={reply}
        carried={{ name: "seen_version", value: versionSeen(reply, stored) }}
        back={`/resources/${stored.id}`}
      />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
