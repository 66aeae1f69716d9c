import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { resetPassword } from "~/features/accounts/commands.server";
import { DeadLink } from "~/features/accounts/dead-link";
import { NewPasswordForm } from "~/features/accounts/new-password-form";
import { findMailedLink } from "~/features/accounts/queries.server";
import { newPasswordSchema } from "~/features/accounts/schema";
import { translatorFor } from "~/i18n/translator.server";
import { submit } from "~/platform/form.server";
import { tokenParam } from "~/platform/params";
import { countTry } from "~/platform/tries.server";
import { Page } from "~/ui/page";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const link = await findMailedLink(context.db, tokenParam(params.token), ["reset"]);
  const title = translatorFor(context.locale)(link ? "mailedLink.newTitle" : "mailedLink.deadTitle");
  return data({ title, link }, link ? 200 : 410);
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = tokenParam(params.token);
  return submit(request, newPasswordSchema, async ({ passphrase }) => {
    await countTry(context, "open_link");
    await resetPassword(context.db, token, passphrase);
    return redirect("/sign-in?after=password");
  });
}

export default function PasswordOpening() {
  const t = useTranslations("mailedLink");
  const { link } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const dead = !link || reply?.refusal?.key === "link_not_valid";

  return (
    <Page title={dead ? t("deadTitle") : t("newTitle")} lead={dead ? null : t("newLead")} width="measure">
      {dead ? <DeadLink kind="reset" /> : <NewPasswordForm reply={reply} />}
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
