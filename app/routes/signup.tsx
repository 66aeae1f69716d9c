import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { GatheringSummary } from "~/features/gatherings/gathering-summary";
import { getSignup } from "~/features/gatherings/signups/queries.server";
import { WhoSees } from "~/features/gatherings/signups/who-sees";
import { shortNameOf } from "~/i18n/names";
import { translatorFor } from "~/i18n/translator.server";
import { useProblem } from "~/i18n/use-problem";
import { tokenParam } from "~/platform/params";
import { LinkButton } from "~/ui/link-button";
import { Message } from "~/ui/message";
import { Page } from "~/ui/page";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const code = tokenParam(params.code);
  const signup = await getSignup(context, code);
  return { title: translatorFor(context.locale)("signups.yours"), code, signup, readAlone: true };
}

export default function Signup() {
  const t = useTranslations("signups");
  const sentence = useProblem();
  const locale = useLocale();
  const { title, code, signup } = useLoaderData<typeof loader>();
  const { state, gathering, closed_by, organization } = signup;
  const base = `/signups/${code}`;

  return (
    <Page width="measure" title={title}>
      <div className="grid gap-6">
        {gathering ? (
          <GatheringSummary gathering={gathering} />
        ) : (
          <p>{t("gatheringHidden", { organization: shortNameOf(signup.owner, locale) })}</p>
        )}
        <Message
          kind={state === "coming" ? "success" : "warning"}
          title={closed_by ? sentence({ key: closed_by }) : t(`state.${state}`)}
        >
          {state === "waiting" && !closed_by ? <p>{t("waitingText")}</p> : null}
          {state === "cancelled" ? null : <p>{t("nameAndSeats", { name: signup.name, seats: signup.seats })}</p>}
        </Message>
        {state === "cancelled" ? null : (
          <>
            <WhoSees
              organization={organization}
              host={signup.told_host ? signup.owner : undefined}
              deleteAt={signup.delete_at}
              timeZone={signup.time_zone}
            />
            <div className="flex flex-wrap gap-3">
              {closed_by ? null : <LinkButton to={`${base}/change`}>{t("change")}</LinkButton>}
              <LinkButton to={`${base}/cancellation`} variant="quiet">
                {t("cancel")}
              </LinkButton>
            </div>
          </>
        )}
      </div>
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
