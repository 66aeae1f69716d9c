import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { declineLetter } from "~/features/actions/letters/commands.server";
import { getOrganizationLetter } from "~/features/actions/letters/queries.server";
import { seenPressSchema } from "~/features/actions/letters/schema";
import { shortNameOf } from "~/i18n/names";
import { pickText } from "~/i18n/pick-text";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { refusal } from "~/platform/refusal";
import { ConfirmationForm } from "~/ui/confirmation-form";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const { db, locale } = asked.context;
  const { may_sign, letter } = await getOrganizationLetter(db, organization.id, uuidParam(asked.params.letter));
  if (!letter.asked) throw refusal({ key: "not_found" }, 404);
  if (!may_sign) throw refusal({ key: "not_allowed" }, 403);
  const back = `/o/${organization.slug}/letters/${letter.id}`;
  return {
    title: translatorFor(locale)("letters.declineTitle"),
    organization,
    back,
    name: pickText(letter.title, locale),
    hash: letter.hash,
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.letter);
  return submit(asked.request, seenPressSchema, async (input) => {
    await declineLetter(asked.context.db, organization.id, id, input);
    return redirect(`/o/${organization.slug}/letters/${id}?done=saved`);
  });
}

export default function LetterRefusal() {
  const t = useTranslations("letters");
  const locale = useLocale();
  const { organization, back, name, hash } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const by = shortNameOf(organization, locale);

  return (
    <Page
      width="measure"
      title={t("declineTitle")}
      above={<span lang={name.lang}>{name.text}</span>}
      lead={t("declineLead")}
    >
      <ConfirmationForm reply={reply} variant="danger" label={t("declineAs", { organization: by })} back={back}>
        <input type="hidden" name="seen" value={hash} />
      </ConfirmationForm>
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
