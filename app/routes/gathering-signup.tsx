import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { GatheringSummary } from "~/features/gatherings/gathering-summary";
import { AnswersForm } from "~/features/gatherings/signups/answers-form";
import { CodeShown } from "~/features/gatherings/signups/code-shown";
import { signUp } from "~/features/gatherings/signups/commands.server";
import { getSignupForm } from "~/features/gatherings/signups/queries.server";
import { signupSchema } from "~/features/gatherings/signups/schema";
import { WhoSees } from "~/features/gatherings/signups/who-sees";
import { translatorFor } from "~/i18n/translator.server";
import { useProblem } from "~/i18n/use-problem";
import { submit } from "~/platform/form.server";
import { one } from "~/platform/form-values";
import { uuidParam } from "~/platform/params";
import { Message } from "~/ui/message";
import { Page } from "~/ui/page";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return {
    title: translatorFor(context.locale)("signups.title"),
    ...(await getSignupForm(context.db, uuidParam(params.id), viaOf(request))),
    submission_id: randomUUID(),
    readAlone: true,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const id = uuidParam(params.id);
  return submit(request, signupSchema, (input) => signUp(context, id, viaOf(request), input));
}

export default function GatheringSignup() {
  const t = useTranslations("signups");
  const sentence = useProblem();
  const { gathering, signup, submission_id } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { problem, room, organization, delete_at } = signup;
  const seen = { organization, deleteAt: delete_at, timeZone: gathering.time_zone };
  const done = answer && "code" in answer ? answer : undefined;
  const reply = answer && "errors" in answer ? answer : undefined;

  return (
    <Page width="measure" title={t(done ? `doneTitle.${done.state === "waiting" ? "waiting" : "coming"}` : "title")}>
      <GatheringSummary gathering={gathering} />
      {done ? <CodeShown {...done} /> : null}
      {!done && problem && !reply ? <Message kind="warning" title={sentence({ key: problem })} /> : null}
      {done || (problem && !reply) ? null : (
        <div className="grid gap-6">
          {room ? null : (
            <Message kind="warning" title={t("queue")}>
              {t("queueText")}
            </Message>
          )}
          <WhoSees {...seen} />
          <AnswersForm reply={reply} organization={organization} owner={gathering.organization} label={t("signUp")}>
            <input type="hidden" name="submission_id" value={one(reply?.values.submission_id) ?? submission_id} />
            <input type="hidden" name="seen_by" value={organization.slug} />
          </AnswersForm>
        </div>
      )}
    </Page>
  );
}

const viaOf = (request: Request) => (new URL(request.url).searchParams.get("via") ?? "").slice(0, 63);

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
