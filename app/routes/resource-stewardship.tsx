import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { takeStewardship } from "~/features/resources/truth/commands.server";
import { getTruth } from "~/features/resources/truth/queries.server";
import { nameOf, shortNameOf } from "~/i18n/names";
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
  const acting = members?.as.find(({ id, may_take_over }) => id === organization.id && may_take_over);
  if (!acting) throw refusal({ key: "not_found" }, 404);
  return { title: translatorFor(asked.context.locale)("truth.stewardTitle"), id, name, acting };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.service);
  return submit(asked.request, pressSchema, async () => {
    await takeStewardship(asked.context.db, organization.id, id);
    return redirect(`/resources/${id}/truth?done=steward`);
  });
}

export default function ResourceStewardship() {
  const t = useTranslations("truth");
  const locale = useLocale();
  const { title, id, name, acting } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const said = { name: pickText(name, locale).text, organization: nameOf(acting, locale) };
  return (
    <Page width="measure" title={title} lead={t("stewardLead", said)}>
      <ConfirmationForm
        reply={reply}
        variant="primary"
        label={t("stewardPress", { organization: shortNameOf(acting, locale) })}
        back={`/resources/${id}/truth`}
      />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
