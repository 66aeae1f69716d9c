import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type ShouldRevalidateFunction, useActionData, useLoaderData } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { enterSignatory } from "~/features/actions/letters/commands.server";
import { OtherForm } from "~/features/actions/letters/other-form";
import { OtherTable } from "~/features/actions/letters/other-table";
import { getLedLetter } from "~/features/actions/letters/queries.server";
import { otherFormSchema } from "~/features/actions/letters/schema";
import { shortNameOf } from "~/i18n/names";
import { pickText } from "~/i18n/pick-text";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { refusal } from "~/platform/refusal";
import { DoneMessage } from "~/ui/done-message";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization, can } = await requireOrganization(asked);
  const { db, locale } = asked.context;
  const letter = await getLedLetter(db, organization.id, uuidParam(asked.params.letter));
  if (!can("actions.write")) throw refusal({ key: "not_allowed" }, 403);
  const { hash, is_over, due_local, time_zone, signatories, unconfirmed } = letter;
  const { slug, display_name, short_name, korean_name } = organization;
  return {
    title: translatorFor(locale)("letters.othersTitle"),
    organization: { slug, display_name, short_name, korean_name },
    name: pickText(letter.title, locale),
    base: `/o/${slug}/letters/${letter.id}`,
    letter: { hash, is_over, due_local, time_zone, takes: letter.closed_at === null && letter.audience !== "owner" },
    others: [
      ...signatories.map((one) => ({ ...one, current: true })),
      ...unconfirmed.map((one) => ({ ...one, late: false, current: false })),
    ]
      .filter(({ other }) => other !== null)
      .map(({ other, english_name, korean_name: korean, late, current }) => ({
        id: other ?? "",
        english_name,
        korean,
        late,
        current,
      })),
    saved: new URL(asked.request.url).searchParams.get("done") === "saved",
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.letter);
  return submit(asked.request, otherFormSchema, async (input) => {
    await enterSignatory(asked.context.db, organization.id, id, input);
    return redirect(`/o/${organization.slug}/letters/${id}/others?done=saved`);
  });
}

/** A text that was changed meanwhile is read again, so that the next press is about that one. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate;

export default function LetterOthers() {
  const t = useTranslations("letters");
  const { organization, name, base, letter, others, saved } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const by = shortNameOf(organization, useLocale());

  return (
    <Page
      width="measure"
      title={t("othersTitle")}
      above={<span lang={name.lang}>{name.text}</span>}
      lead={t("othersLead")}
    >
      {saved ? <DoneMessage title={t("done.saved", { organization: by })} /> : null}
      {others.length > 0 ? <OtherTable others={others} base={`${base}/others`} canChange={letter.takes} /> : null}
      {letter.takes ? <OtherForm letter={letter} by={by} back={base} reply={reply} /> : null}
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
