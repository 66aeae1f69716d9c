import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { signLetter } from "~/features/actions/letters/commands.server";
import { LetterText } from "~/features/actions/letters/letter-text";
import { canBeSigned } from "~/features/actions/letters/own-status";
import { getOrganizationLetter } from "~/features/actions/letters/queries.server";
import { signatureFormSchema } from "~/features/actions/letters/schema";
import { SignatureForm } from "~/features/actions/letters/signature-form";
import { TextChanges } from "~/features/actions/letters/text-changes";
import { WhoSees } from "~/features/actions/letters/who-sees";
import { shortNameOf } from "~/i18n/names";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { refusal } from "~/platform/refusal";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization, can } = await requireOrganization(asked);
  const { db, locale } = asked.context;
  const { may_sign, letter } = await getOrganizationLetter(db, organization.id, uuidParam(asked.params.letter));
  if (!can("members.read")) throw refusal({ key: "not_allowed" }, 403);
  const page = `/o/${organization.slug}/letters/${letter.id}`;
  if (!canBeSigned(letter)) throw redirect(page);
  const { id, title, body, hash, audience, asked: waiting, is_over, due_local, time_zone, signed_text } = letter;
  return {
    title: translatorFor(locale)(may_sign ? "letters.signTitle" : "letters.askTitle"),
    organization,
    letter: { id, title, body, hash, audience, is_over, due_local, time_zone },
    asked: waiting,
    before: signed_text,
    maySign: may_sign,
    page,
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.letter);
  return submit(asked.request, signatureFormSchema, async (input) => {
    const outcome = await signLetter(asked.context.db, organization.id, id, input);
    return redirect(`/o/${organization.slug}/letters/${id}?done=${outcome}`);
  });
}

/** A text that was changed meanwhile is read again, so that the next press is about that one. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;

export default function LetterSignature() {
  const t = useTranslations("letters");
  const locale = useLocale();
  const { title, organization, letter, asked, before, maySign, page } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const by = shortNameOf(organization, locale);
  const press = maySign ? (before ? "confirmAs" : "signAs") : "askAs";

  return (
    <Page width="measure" title={title} lead={t(maySign ? "signLead" : "askLead", { organization: by })}>
      <WhoSees audience={letter.audience} by={by} asked={maySign ? asked : null} />
      {before ? <TextChanges before={before} after={letter} /> : null}
      <h2 className="mb-3 text-xl font-bold">{t("theText")}</h2>
      <LetterText title={letter.title} body={letter.body} level={3} />
      <div className="mt-8">
        <SignatureForm
          letter={letter}
          label={t(press, { organization: by })}
          back={page}
          refusal={maySign && asked ? `${page}/refusal` : null}
          reply={reply}
        />
      </div>
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
