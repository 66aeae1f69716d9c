import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { GatheringTitle } from "~/features/gatherings/gathering-title";
import { changeHosting } from "~/features/gatherings/hosts/commands.server";
import { getHost } from "~/features/gatherings/hosts/queries.server";
import { hostRightsSchema } from "~/features/gatherings/hosts/schema";
import { ScopeChoice } from "~/features/gatherings/repeating/scope-choice";
import { nameOf } from "~/i18n/names";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { ConfirmationForm } from "~/ui/confirmation-form";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const { db, locale } = asked.context;
  const [id, hostId] = [uuidParam(asked.params.id), uuidParam(asked.params.host)];
  const host = await getHost(db, organization.id, id, hostId);
  const title = host.may_edit ? "hosts.forbidTitle" : "hosts.allowTitle";
  return {
    title: translatorFor(locale)(title, { organization: nameOf(host.organization, locale) }),
    back: `/o/${organization.slug}/gatherings/${id}/hosts`,
    host,
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const [id, hostId] = [uuidParam(asked.params.id), uuidParam(asked.params.host)];
  return submit(asked.request, hostRightsSchema, async (input) => {
    await changeHosting(asked.context.db, organization.id, { id, hostId }, input);
    return redirect(`/o/${organization.slug}/gatherings/${id}/hosts?saved=rights`);
  });
}

export default function HostRights() {
  const t = useTranslations("hosts");
  const locale = useLocale();
  const { back, host } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const name = { organization: nameOf(host.organization, locale) };

  return (
    <Page
      width="measure"
      above={<GatheringTitle card={host.gathering} />}
      title={t(host.may_edit ? "forbidTitle" : "allowTitle", name)}
      lead={t(host.may_edit ? "forbidLead" : "allowLead")}
    >
      <ConfirmationForm reply={reply} variant="primary" label={t(host.may_edit ? "forbid" : "allow")} back={back}>
        {host.may_edit ? null : <input type="hidden" name="may_edit" value="true" />}
        {host.repeats ? <ScopeChoice asking="whichScope" defaultValue="all" /> : null}
      </ConfirmationForm>
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
