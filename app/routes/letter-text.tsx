import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { rewriteLetter } from "~/features/actions/letters/commands.server";
import { getLedLetter } from "~/features/actions/letters/queries.server";
import { textFormSchema } from "~/features/actions/letters/schema";
import { TextForm } from "~/features/actions/letters/text-form";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { refusal } from "~/platform/refusal";
import { Message } from "~/ui/message";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization, can } = await requireOrganization(asked);
  const { db, locale } = asked.context;
  const letter = await getLedLetter(db, organization.id, uuidParam(asked.params.letter));
  if (!can("actions.write")) throw refusal({ key: "not_allowed" }, 403);
  const { id, title, body, hash, signatories } = letter;
  return {
    title: translatorFor(locale)("letters.textTitle"),
    organization,
    letter: { id, title, body, hash, count: signatories.length },
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.letter);
  return submit(asked.request, textFormSchema, async (input) => {
    await rewriteLetter(asked.context.db, organization.id, id, input);
    return redirect(`/o/${organization.slug}/letters/${id}?done=saved`);
  });
}

/** Somebody else's newer text is read again, so that the next answer is about that one. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;

export default function LetterTextPage() {
  const t = useTranslations("letters");
  const { organization, letter } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  return (
    <Page title={t("textTitle")} lead={t("textLead")}>
      {letter.count > 0 ? (
        <div className="mb-6">
          <Message kind="warning">{t("textSigned", { count: letter.count })}</Message>
        </div>
      ) : null}
      <TextForm organization={organization} letter={letter} reply={reply} />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
