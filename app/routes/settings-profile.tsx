import { type ActionFunctionArgs, type LoaderFunctionArgs, redirectDocument } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeProfile } from "~/features/settings/commands.server";
import { ProfileForm } from "~/features/settings/profile-form";
import { profileSchema } from "~/features/settings/schema";
import { findLocale } from "~/i18n/locales";
import { languages } from "~/i18n/messages.server";
import { translatorFor } from "~/i18n/translator.server";
import { requireViewer } from "~/platform/actor.server";
import { submit } from "~/platform/form.server";
import { refusal } from "~/platform/refusal";
import { listTimeZones } from "~/platform/time-zones.server";
import { Page } from "~/ui/page";

export async function loader(asked: LoaderFunctionArgs) {
  const { person } = await requireViewer(asked);
  return {
    title: translatorFor(asked.context.locale)("settings.you"),
    profile: person,
    languages: languages(),
    timeZones: await listTimeZones(),
  };
}

export async function action(asked: ActionFunctionArgs) {
  const { person } = await requireViewer(asked);
  return submit(asked.request, profileSchema, async (input) => {
    const language = findLocale(input.language);
    if (!language) throw refusal({ key: "choose_one", field: "language" }, 422);
    await changeProfile(asked.context.db, person.id, { ...input, language });
    asked.context.rememberLanguage(language);
    return redirectDocument("/settings?saved=profile");
  });
}

export default function SettingsProfile() {
  const { title, ...shown } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();

  return (
    <Page title={title} width="measure">
      <ProfileForm reply={reply} {...shown} />
    </Page>
  );
}

export { keepTyped as clientAction } from "~/platform/keep-typed";
export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
