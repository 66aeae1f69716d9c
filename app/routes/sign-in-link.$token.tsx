import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirectDocument } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { beginSession } from "~/features/accounts/begin-session.server";
import { signInWithLink } from "~/features/accounts/commands.server";
import { DeadLink } from "~/features/accounts/dead-link";
import { homeOf } from "~/features/accounts/home-of";
import { findMailedLink } from "~/features/accounts/queries.server";
import { translatorFor } from "~/i18n/translator.server";
import { submit } from "~/platform/form.server";
import { tokenParam } from "~/platform/params";
import { pressSchema } from "~/platform/press";
import { countTry } from "~/platform/tries.server";
import { Page } from "~/ui/page";
import { PressForm } from "~/ui/press-form";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const link = await findMailedLink(context.db, tokenParam(params.token), ["sign_in"]);
  const title = translatorFor(context.locale)(link ? "mailedLink.openTitle" : "mailedLink.deadTitle");
  const viewer = await context.viewer();
  return data({ title, link, home: viewer ? homeOf(viewer) : undefined }, link ? 200 : 410);
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = tokenParam(params.token);
  return submit(request, pressSchema, async () => {
    await countTry(context, "open_link");
    await beginSession(context, request, await signInWithLink(context.db, token));
    return redirectDocument(homeOf(await context.viewer()));
  });
}

export default function SignInLinkOpening() {
  const t = useTranslations("mailedLink");
  const { link, home } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const dead = !link || reply?.refusal?.key === "link_not_valid";

  return (
    <Page title={dead ? t("deadTitle") : t("openTitle")} lead={dead ? null : t("openLead")} width="measure">
      {dead ? <DeadLink kind="sign_in" home={home} /> : <PressForm reply={reply} label={t("open")} />}
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
