import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { pressStillTrue } from "~/features/resources/truth/commands.server";
import { phoneShown } from "~/features/resources/truth/phone-shown";
import { findStillTrue } from "~/features/resources/truth/queries.server";
import { pickText } from "~/i18n/pick-text";
import { translatorFor } from "~/i18n/translator.server";
import { submit } from "~/platform/form.server";
import { tokenParam } from "~/platform/params";
import { pressSchema } from "~/platform/press";
import { formatDay } from "~/platform/time";
import { LinkButton } from "~/ui/link-button";
import { Message } from "~/ui/message";
import { Page } from "~/ui/page";
import { PressForm } from "~/ui/press-form";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const service = await findStillTrue(context.db, tokenParam(params.token));
  const title = translatorFor(context.locale)(service ? "truth.stillTitle" : "truth.stillDead");
  return data({ title, service }, service ? 200 : 410);
}

/** Opening the link does nothing, since mail programs open links to check them; a press does it, once. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = tokenParam(params.token);
  return submit(request, pressSchema, () => pressStillTrue(context.db, token));
}

export default function StillTrue() {
  const t = useTranslations("truth");
  const locale = useLocale();
  const { service } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && "verify_by" in answer) {
    return (
      <Page width="measure" title={t("stillTitle")}>
        <Message kind="success" live title={t("stillDone", { day: formatDay(answer.verify_by, locale) })} />
      </Page>
    );
  }
  if (!service) {
    return (
      <Page width="measure" title={t("stillDead")} lead={t("stillDeadText")}>
        <LinkButton to="/sign-in">{t("toSignIn")}</LinkButton>
      </Page>
    );
  }
  const name = pickText(service.name, locale).text;
  return (
    <Page width="measure" title={t("stillTitle")} lead={t("stillLead", { name })}>
      <div className="grid gap-6">
        {service.phone ? <p>{t("stillPhone", { number: phoneShown({ number: service.phone }) })}</p> : null}
        <PressForm reply={answer} label={t("stillPress")} />
        <p>
          <Link
            to={`/o/${service.organization}/resources/${service.id}/card`}
            className="link inline-flex min-h-11 items-center font-medium"
          >
            {t("changed")}
          </Link>
        </p>
      </div>
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
