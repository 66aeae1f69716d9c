import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { AccountList } from "~/features/settings/account-list";
import { DeviceTable } from "~/features/settings/device-table";
import { MembershipTable } from "~/features/settings/membership-table";
import { NotificationForm } from "~/features/settings/notification-form";
import { ProfileForm } from "~/features/settings/profile-form";
import { getSettings } from "~/features/settings/queries.server";
import { SettingsSection } from "~/features/settings/settings-section";
import { languages } from "~/i18n/messages.server";
import { translatorFor } from "~/i18n/translator.server";
import { requireViewer } from "~/platform/actor.server";
import { listTimeZones } from "~/platform/time-zones.server";
import { DoneMessage } from "~/ui/done-message";
import { LinkButton } from "~/ui/link-button";
import { Page } from "~/ui/page";

const changes = ["profile", "notifications", "device", "organization", "password", "address"] as const;

export async function loader(asked: LoaderFunctionArgs) {
  await requireViewer(asked);
  const { db, locale } = asked.context;
  const saved = new URL(asked.request.url).searchParams.get("saved");
  const [settings, timeZones] = await Promise.all([getSettings(db), listTimeZones()]);
  return {
    title: translatorFor(locale)("settings.title"),
    settings,
    timeZones,
    languages: languages(),
    saved: changes.find((change) => change === saved),
  };
}

export default function Settings() {
  const t = useTranslations("settings");
  const { settings, timeZones, languages, saved } = useLoaderData<typeof loader>();

  return (
    <Page title={t("title")} lead={t("lead")}>
      {saved ? <DoneMessage title={t(`saved.${saved}`)} /> : null}
      <SettingsSection id="you" title={t("you")} hint={t("youHint")}>
        <ProfileForm
          action="/settings/profile"
          reply={undefined}
          profile={settings}
          languages={languages}
          timeZones={timeZones}
        />
      </SettingsSection>
      <SettingsSection id="notifications" title={t("notifications")} hint={t("notificationsHint")}>
        <NotificationForm action="/settings/notifications" reply={undefined} chosen={settings} />
      </SettingsSection>
      <SettingsSection id="devices" title={t("devices")} hint={t("devicesHint")}>
        <DeviceTable sessions={settings.sessions} readerZone={settings.time_zone} />
        {settings.sessions.length > 1 ? (
          <p className="mt-5">
            <LinkButton to="/sign-out" variant="quiet">
              {t("endAll")}
            </LinkButton>
          </p>
        ) : null}
      </SettingsSection>
      <SettingsSection id="organizations" title={t("organizations")} hint={t("organizationsHint")}>
        <MembershipTable organizations={settings.organizations} />
      </SettingsSection>
      <SettingsSection id="account" title={t("account")} hint={t("accountHint")}>
        <AccountList email={settings.email} newEmail={settings.new_email} />
      </SettingsSection>
    </Page>
  );
}

export { pageMeta as meta } from "~/platform/page-meta";
export { RouteError as ErrorBoundary } from "~/ui/route-error";
