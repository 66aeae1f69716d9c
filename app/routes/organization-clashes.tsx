import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { ClashList } from "~/features/gatherings/clashes/clash-list";
import { listClashes } from "~/features/gatherings/clashes/queries.server";
import { planSchema } from "~/features/gatherings/clashes/schema";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { refusal } from "~/platform/refusal";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { can } = await requireOrganization(asked);
  if (!can("gatherings.write")) throw refusal({ key: "not_allowed" }, 403);
  return { title: translatorFor(asked.context.locale)("clashes.title") };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  return submit(asked.request, planSchema, async (input) => ({
    clashes: await listClashes(asked.context.db, organization.id, input),
  }));
}

/** What happens at the time that a form says. A form opens it beside itself; by itself it has nothing to show. */
export default function OrganizationClashes() {
  const t = useTranslations("clashes");
  const answer = useActionData<typeof action>();

  return (
    <Page width="measure" title={t("title")} lead={answer ? t("closeTab") : undefined}>
      {answer && "clashes" in answer ? <ClashList clashes={answer.clashes} /> : <p>{t("timeFirst")}</p>}
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
