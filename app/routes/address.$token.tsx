import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { confirmAddress } from "~/features/accounts/commands.server";
import { DeadLink } from "~/features/accounts/dead-link";
import { findMailedLink } from "~/features/accounts/queries.server";
import { translatorFor } from "~/i18n/translator.server";
import { submit } from "~/platform/form.server";
import { tokenParam } from "~/platform/params";
import { pressSchema } from "~/platform/press";
import { countTry } from "~/platform/tries.server";
import { LinkButton } from "~/ui/link-button";
import { Message } from "~/ui/message";
import { Page } from "~/ui/page";
import { PressForm } from "~/ui/press-form";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const link = await findMailedLink(context.db, tokenParam(params.token), ["address_current", "address_new"]);
  const title = translatorFor(context.locale)(link ? "mailedLink.addressTitle" : "mailedLink.deadTitle");
  return data({ title, link, isSignedIn: (await context.viewer()) !== null }, link ? 200 : 410);
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = tokenParam(params.token);
  return submit(request, pressSchema, async () => {
    await countTry(context, "open_link");
    return confirmAddress(context.db, token);
  });
}

export default function AddressOpening() {
  const t = useTranslations("mailedLink");
  const { link, isSignedIn } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && "done" in answer) {
    return (
      <Page title={t("addressTitle")} width="measure">
        <Message kind="success" live title={t(answer.done ? "addressDone" : "addressHalf")}>
          <p className="mb-3">{t(answer.done ? "addressDoneText" : "addressHalfText")}</p>
          <LinkButton to={isSignedIn ? "/settings" : "/sign-in"} variant="quiet">
            {t(isSignedIn ? "toSettings" : "toSignIn")}
          </LinkButton>
        </Message>
      </Page>
    );
  }
  if (!link || answer?.refusal?.key === "link_not_valid") {
    return (
      <Page title={t("deadTitle")} width="measure">
        <DeadLink kind="address" />
      </Page>
    );
  }
  const email = link.new_email ?? "";
  return (
    <Page
      title={t("addressTitle")}
      lead={t(link.kind === "address_new" ? "addressNewLead" : "addressCurrentLead", { email })}
      width="measure"
    >
      <PressForm reply={answer} label={t(link.kind === "address_new" ? "confirmAddress" : "confirmChange")} />
    </Page>
  );
}

/** A link that was pressed has nothing more to say. */
export const shouldRevalidate = () => false;

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
