import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { verifyService } from "~/features/resources/truth/commands.server";
import { methods } from "~/features/resources/truth/facts";
import { getTruth } from "~/features/resources/truth/queries.server";
import { verificationSchema } from "~/features/resources/truth/schema";
import { nameOf } from "~/i18n/names";
import { pickText } from "~/i18n/pick-text";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { refusal } from "~/platform/refusal";
import { Choice } from "~/ui/choice";
import { ConfirmationForm } from "~/ui/confirmation-form";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const truth = await getTruth(asked.context.db, uuidParam(asked.params.service));
  const acting = truth.members?.as.find(({ id, verifies }) => id === organization.id && verifies);
  if (!acting) throw refusal({ key: "not_found" }, 404);
  const { id, name, believed_days } = truth;
  return { title: translatorFor(asked.context.locale)("truth.verifyTitle"), ...{ id, name, believed_days, acting } };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.service);
  return submit(asked.request, verificationSchema, async ({ method }) => {
    await verifyService(asked.context.db, organization.id, id, method);
    return redirect(`/resources/${id}/truth?done=verified`);
  });
}

export default function ResourceVerification() {
  const t = useTranslations("truth");
  const locale = useLocale();
  const { title, id, name, believed_days, acting } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const said = { name: pickText(name, locale).text, organization: nameOf(acting, locale), days: believed_days };
  const offered = methods.filter((method) => method !== "owner" || acting.is_owner);
  return (
    <Page width="measure" title={title} lead={t("verifyLead", said)}>
      <ConfirmationForm reply={reply} variant="primary" label={t("verifyPress")} back={`/resources/${id}`}>
        <Choice
          type="radio"
          name="method"
          legend={t("how")}
          options={offered.map((method) => ({ value: method, label: t(`method.${method}`) }))}
        />
      </ConfirmationForm>
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
