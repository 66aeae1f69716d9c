import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { endStewardship } from "~/features/resources/truth/commands.server";
import { getTruth } from "~/features/resources/truth/queries.server";
import { nameOf } from "~/i18n/names";
import { pickText } from "~/i18n/pick-text";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { pressSchema } from "~/platform/press";
import { refusal } from "~/platform/refusal";
import { ConfirmationForm } from "~/ui/confirmation-form";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const { id, name, members } = await getTruth(asked.context.db, uuidParam(asked.params.service));
  const acting = members?.as.find(({ id, answers }) => id === organization.id && answers);
  if (!acting || !members?.steward) throw refusal({ key: "not_found" }, 404);
  return { title: translatorFor(asked.context.locale)("truth.stewardEndTitle"), id, name, steward: members.steward };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.service);
  return submit(asked.request, pressSchema, async () => {
    await endStewardship(asked.context.db, organization.id, id);
    return redirect(`/resources/${id}/truth?done=ended`);
  });
}

export default function StewardshipEnding() {
  const t = useTranslations("truth");
  const locale = useLocale();
  const { title, id, name, steward } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const said = { name: pickText(name, locale).text, steward: nameOf(steward, locale) };
  return (
    <Page width="measure" title={title} lead={t("stewardEndLead", said)}>
      <ConfirmationForm reply={reply} variant="danger" label={t("stewardEndPress")} back={`/resources/${id}/truth`} />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
