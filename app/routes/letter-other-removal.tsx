import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { removeSignatory } from "~/features/actions/letters/commands.server";
import { otherOf } from "~/features/actions/letters/other-of";
import { getLedLetter } from "~/features/actions/letters/queries.server";
import { nameOf, shortNameOf } from "~/i18n/names";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { pressSchema } from "~/platform/press";
import { refusal } from "~/platform/refusal";
import { ConfirmationForm } from "~/ui/confirmation-form";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization, can } = await requireOrganization(asked);
  const { db, locale } = asked.context;
  const letter = await getLedLetter(db, organization.id, uuidParam(asked.params.letter));
  const other = otherOf(letter, uuidParam(asked.params.other));
  if (!other) throw refusal({ key: "not_found" }, 404);
  if (!can("actions.write")) throw refusal({ key: "not_allowed" }, 403);
  const { english_name, korean_name } = other;
  return {
    title: translatorFor(locale)("letters.otherRemoveTitle"),
    organization,
    name: { display_name: english_name, korean_name },
    back: `/o/${organization.slug}/letters/${letter.id}/others`,
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const named = { letter: uuidParam(asked.params.letter), signatory: uuidParam(asked.params.other) };
  return submit(asked.request, pressSchema, async () => {
    await removeSignatory(asked.context.db, organization.id, named);
    return redirect(`/o/${organization.slug}/letters/${named.letter}/others?done=saved`);
  });
}

export default function LetterOtherRemoval() {
  const t = useTranslations("letters");
  const locale = useLocale();
  const { organization, name, back } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  return (
    <Page width="measure" title={t("otherRemoveTitle")} lead={t("otherRemoveLead", { name: nameOf(name, locale) })}>
      <ConfirmationForm
        reply={reply}
        variant="danger"
        label={t("otherRemoveAs", { organization: shortNameOf(organization, locale) })}
        back={back}
      ></ConfirmationForm>
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
