import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { moveLetter } from "~/features/actions/letters/commands.server";
import { DeadlineForm } from "~/features/actions/letters/deadline-form";
import { getLedLetter } from "~/features/actions/letters/queries.server";
import { deadlineFormSchema } from "~/features/actions/letters/schema";
import { pickText } from "~/i18n/pick-text";
import { translatorFor } from "~/i18n/translator.server";
import { requireOrganization } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { uuidParam } from "~/platform/params";
import { refusal } from "~/platform/refusal";
import { listTimeZones } from "~/platform/time-zones.server";
import { listZoneChoices } from "~/platform/zone-choices";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { organization, can } = await requireOrganization(asked);
  const { db, locale } = asked.context;
  const id = uuidParam(asked.params.letter);
  const [letter, zones] = await Promise.all([getLedLetter(db, organization.id, id), listTimeZones()]);
  if (!can("actions.write")) throw refusal({ key: "not_allowed" }, 403);
  const fold = (value: number | null) => (value === null ? {} : { value: String(value) });
  const { value: due_fold } = fold(letter.due_fold) as { value?: string };
  const { value: internal_fold } = fold(letter.internal_fold) as { value?: string };
  return {
    title: translatorFor(locale)("letters.deadlineTitle"),
    organization,
    name: pickText(letter.title, locale),
    back: `/o/${organization.slug}/letters/${id}`,
    initial: {
      due_on: letter.due_local.slice(0, 10),
      due: letter.due_local.slice(11, 16),
      internal_on: letter.internal_local?.slice(0, 10) ?? "",
      internal: letter.internal_local?.slice(11, 16) ?? "",
      time_zone: letter.time_zone,
      ...(due_fold ? { due_fold } : {}),
      ...(internal_fold ? { internal_fold } : {}),
    },
    zones: listZoneChoices(zones, [organization.time_zone, letter.time_zone], locale),
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { organization } = await requireOrganization(asked);
  const id = uuidParam(asked.params.letter);
  return submit(asked.request, deadlineFormSchema, async (input) => {
    await moveLetter(asked.context.db, organization.id, id, input);
    return redirect(`/o/${organization.slug}/letters/${id}?done=saved`);
  });
}

export default function LetterDeadline() {
  const t = useTranslations("letters");
  const { name, ...shown } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  return (
    <Page title={t("deadlineTitle")} above={<span lang={name.lang}>{name.text}</span>} lead={t("deadlineLead")}>
      <DeadlineForm {...shown} reply={reply} />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
