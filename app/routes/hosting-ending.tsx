import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { GatheringSummary } from "~/features/gatherings/gathering-summary";
import { endHosting } from "~/features/gatherings/hosts/commands.server";
import { getHostingTo } from "~/features/gatherings/hosts/queries.server";
import { hostEndingSchema } from "~/features/gatherings/hosts/schema";
import { ScopeChoice } from "~/features/gatherings/repeating/scope-choice";
import { shortNameOf } from "~/i18n/names";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { ConfirmationForm } from "~/ui/confirmation-form";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const { slug, display_name, short_name, korean_name } = organization;
  const id = uuidParam(asked.params.id);
  const hosting = await getHostingTo(asked.context.db, organization.id, id, "end");
  return {
    title: translatorFor(asked.context.locale)("hosts.leaveTitle"),
    organization: { display_name, short_name, korean_name },
    ...{ gathering: hosting.gathering, occurrences: hosting.occurrences },
    back: `/o/${slug}/gatherings/${id}/hosting`,
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.id);
  return submit(asked.request, hostEndingSchema, async (input) => {
    await endHosting(asked.context.db, organization.id, { id, hostId: organization.id }, input);
    return redirect(`/o/${organization.slug}/hostings?saved=ending`);
  });
}

export default function HostingEnding() {
  const t = useTranslations("hosts");
  const locale = useLocale();
  const { organization, gathering, occurrences, back } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const names = { owner: shortNameOf(gathering.organization, locale), organization: shortNameOf(organization, locale) };

  return (
    <Page width="measure" title={t("leaveTitle")} lead={t("leaveLead", names)}>
      <GatheringSummary gathering={gathering} />
      <ConfirmationForm reply={reply} variant="danger" label={t("leave", names)} back={back}>
        {occurrences > 1 ? <ScopeChoice asking="whichScope" defaultValue="all" /> : null}
      </ConfirmationForm>
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
