import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { confirmSignatory } from "~/features/actions/letters/commands.server";
import { LateBox } from "~/features/actions/letters/late-box";
import { formatMoment } from "~/features/actions/letters/moments";
import { otherOf } from "~/features/actions/letters/other-of";
import { getLedLetter } from "~/features/actions/letters/queries.server";
import { signatureFormSchema } from "~/features/actions/letters/schema";
import { nameOf, shortNameOf } from "~/i18n/names";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
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
    title: translatorFor(locale)("letters.otherConfirmTitle"),
    organization,
    name: { display_name: english_name, korean_name },
    back: `/o/${organization.slug}/letters/${letter.id}/others`,
    hash: letter.hash,
    over: letter.is_over ? formatMoment(letter.due_local, letter.time_zone, locale) : null,
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const named = { letter: uuidParam(asked.params.letter), signatory: uuidParam(asked.params.other) };
  return submit(asked.request, signatureFormSchema, async (input) => {
    await confirmSignatory(asked.context.db, organization.id, named, input);
    return redirect(`/o/${organization.slug}/letters/${named.letter}/others?done=saved`);
  });
}

export default function LetterOtherConfirmation() {
  const t = useTranslations("letters");
  const locale = useLocale();
  const { organization, name, back, hash, over } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  return (
    <Page width="measure" title={t("otherConfirmTitle")} lead={t("otherConfirmLead", { name: nameOf(name, locale) })}>
      <ConfirmationForm
        reply={reply}
        variant="primary"
        label={t("otherConfirmAs", { organization: shortNameOf(organization, locale) })}
        back={back}
      >
        <input type="hidden" name="seen" value={hash} />
        {over ? <LateBox when={over} /> : null}
      </ConfirmationForm>
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
