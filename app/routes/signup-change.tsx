import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { GatheringSummary } from "~/features/gatherings/gathering-summary";
import { AnswersForm } from "~/features/gatherings/signups/answers-form";
import { changeSignup } from "~/features/gatherings/signups/commands.server";
import { getSignup } from "~/features/gatherings/signups/queries.server";
import { answersSchema } from "~/features/gatherings/signups/schema";
import { translatorFor } from "~/i18n/translator.server";
import { submit } from "~/platform/form.server";
import { tokenParam } from "~/platform/params";
import { Page } from "~/ui/page";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const signup = await getSignup(context, tokenParam(params.code));
  return { title: translatorFor(context.locale)("signups.changeTitle"), signup, readAlone: true };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const code = tokenParam(params.code);
  return submit(request, answersSchema, async (answers) => {
    await changeSignup(context, code, answers);
    return redirect(`/signups/${encodeURIComponent(code)}`);
  });
}

export default function SignupChange() {
  const t = useTranslations("signups");
  const { title, signup } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page width="measure" title={title} lead={t("changeLead")}>
      {signup.gathering ? <GatheringSummary gathering={signup.gathering} /> : null}
      <AnswersForm
        reply={reply}
        organization={signup.organization}
        owner={signup.owner}
        known={signup}
        label={t("save")}
      />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
