import { useLocale, useTranslations } from "use-intl";
import { formatList } from "~/i18n/format-list";
import { nameOf, shortNameOf } from "~/i18n/names";
import { OrganizationMark } from "~/ui/organization-mark";
import type { Layer } from "./audience-choice";
import type { Detail, GatheringPage } from "./card";

type AudienceDetailsProps = {
  gathering: Pick<GatheringPage, "organization" | "state" | "hosts">;
  layer: Layer;
  /** What is known of the layer's audience. */
  seen: Pick<Detail, "audience" | "coalition" | "recipients" | "reached">;
};

/** Who sees a layer of a gathering, in words: as much of it as its reader may know. */
export function AudienceDetails({ gathering, layer, seen }: AudienceDetailsProps) {
  const t = useTranslations("gatherings");
  const locale = useLocale();
  const { state } = gathering;
  const { audience, coalition, recipients, reached } = seen;
  const organization = shortNameOf(gathering.organization, locale);
  const ours = reached !== null;
  const hosts = gathering.hosts.known
    .filter((host) => host.state !== "declined" && (layer === "card" || host.part === "co_host"))
    .map((host) => shortNameOf(host.organization, locale));

  return (
    <div className="grid gap-2">
      {state === "draft" ? <p className="font-semibold">{t("detailDraft", { organization })}</p> : null}
      {audience === "owner" ? <p>{t("detailOwner", { organization })}</p> : null}
      {audience === "named" && ours ? (
        <>
          <p>{t("detailNamed", { layer })}</p>
          <ul className="grid gap-1">
            {[gathering.organization, ...recipients].map((one) => (
              <li key={one.id}>
                <OrganizationMark organization={one} name="whole" />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {audience === "named" && !ours ? <p>{t("detailNamedOther", { organization })}</p> : null}
      {audience === "coalition" ? (
        <p>
          {coalition ? t("detailCoalition", { coalition: nameOf(coalition, locale), layer }) : t("detailCoalitionNone")}
        </p>
      ) : null}
      {audience === "everyone" ? <p>{t("detailEveryone", { layer })}</p> : null}
      {hosts.length > 0 && state !== "draft" ? <p>{t("hostsSee", { hosts: formatList(hosts, locale) })}</p> : null}
      {ours && state !== "draft" && audience === "coalition" ? (
        <p>{t("detailReached", { count: reached.organizations })}</p>
      ) : null}
    </div>
  );
}
