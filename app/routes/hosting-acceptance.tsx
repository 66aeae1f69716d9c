import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { GatheringSummary } from "~/features/gatherings/gathering-summary";
import { answerHosting } from "~/features/gatherings/hosts/commands.server";
import { getHostingTo } from "~/features/gatherings/hosts/queries.server";
import { shortNameOf } from "~/i18n/names";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { pressSchema } from "~/platform/press";
import { ConfirmationForm } from "~/ui/confirmation-form";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const { slug, display_name, short_name, korean_name } = organization;
  const id = uuidParam(asked.params.id);
  const hosting = await getHostingTo(asked.context.db, organization.id, id, "answer");
  return {
    title: translatorFor(asked.context.locale)("hosts.acceptTitle"),
    organization: { display_name, short_name, korean_name },
    ...{ gathering: hosting.gathering, occurrences: hosting.occurrences },
    back: `/o/${slug}/gatherings/${id}/hosting`,
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.id);
  return submit(asked.request, pressSchema, async () => {
    await answerHosting(asked.context.db, organization.id, id, true);
    return redirect(`/o/${organization.slug}/gatherings/${id}/hosting?saved=acceptance`);
  });
}

export default function HostingAcceptance() {
  const t = useTranslations("hosts");
  const locale = useLocale();
  const { organization, gathering, back } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const names = { owner: shortNameOf(gathering.organization, locale), organization: shortNameOf(organization, locale) };

  return (
    <Page width="measure" title={t("acceptTitle")} lead={t("nameShown", names)}>
      <GatheringSummary gathering={gathering} />
      <ConfirmationForm reply={reply} variant="primary" label={t("accept", names)} back={back} />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
