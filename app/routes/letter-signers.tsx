import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { chooseSigners } from "~/features/actions/letters/commands.server";
import { getSigningRule } from "~/features/actions/letters/queries.server";
import { signersFormSchema } from "~/features/actions/letters/schema";
import { SignersForm } from "~/features/actions/letters/signers-form";
import { shortNameOf } from "~/i18n/names";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { DoneMessage } from "~/ui/done-message";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization, can } = await requireOrganization(asked);
  const { db, locale } = asked.context;
  const { slug, display_name, short_name, korean_name } = organization;
  const name = shortNameOf(organization, locale);
  return {
    title: translatorFor(locale)("letters.signersTitle", { organization: name }),
    organization: { slug, display_name, short_name, korean_name },
    rule: await getSigningRule(db, organization.id),
    canChange: can("organization.write"),
    saved: new URL(asked.request.url).searchParams.get("done") === "saved",
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  return submit(asked.request, signersFormSchema, async (input) => {
    await chooseSigners(asked.context.db, organization.id, input);
    return redirect(`/o/${organization.slug}/letters/signers?done=saved`);
  });
}

export default function LetterSigners() {
  const t = useTranslations("letters");
  const { organization, saved, ...shown } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const by = shortNameOf(organization, useLocale());

  return (
    <Page width="measure" title={t("signersTitle", { organization: by })} lead={t("signersLead")}>
      {saved ? <DoneMessage title={t("done.saved", { organization: by })} /> : null}
      <SignersForm {...shown} by={by} back={`/o/${organization.slug}/letters`} reply={reply} />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
