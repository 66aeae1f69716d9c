import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { AudienceForm } from "~/features/actions/letters/audience-form";
import { showLetter } from "~/features/actions/letters/commands.server";
import { getLedLetter } from "~/features/actions/letters/queries.server";
import { audienceFormSchema } from "~/features/actions/letters/schema";
import { pickText } from "~/i18n/pick-text";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { refusal } from "~/platform/refusal";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization, can } = await requireOrganization(asked);
  const { db, locale } = asked.context;
  const letter = await getLedLetter(db, organization.id, uuidParam(asked.params.letter));
  if (!can("actions.write")) throw refusal({ key: "not_allowed" }, 403);
  return {
    title: translatorFor(locale)("letters.audienceTitle"),
    organization,
    name: pickText(letter.title, locale),
    back: `/o/${organization.slug}/letters/${letter.id}`,
    letter: { audience: letter.audience, order: letter.order },
    stands: letter.is_over || letter.signatories.length > 0 || letter.unconfirmed.length > 0,
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.letter);
  return submit(asked.request, audienceFormSchema, async (input) => {
    await showLetter(asked.context.db, organization.id, id, input);
    return redirect(`/o/${organization.slug}/letters/${id}?done=saved`);
  });
}

export default function LetterAudience() {
  const t = useTranslations("letters");
  const { name, ...shown } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  return (
    <Page width="measure" title={t("audienceTitle")} above={<span lang={name.lang}>{name.text}</span>}>
      <AudienceForm {...shown} reply={reply} />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
