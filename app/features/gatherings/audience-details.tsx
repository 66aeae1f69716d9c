import { useLocale, useTranslations } from "use-intl";
import { nameOf, shortNameOf } from "~/i18n/names";
import { OrganizationMark } from "~/ui/organization-mark";
import type { GatheringPage } from "./card";

/** Who sees a gathering, in words: as much of it as its reader may know. */
export function AudienceDetails({ gathering }: { gathering: GatheringPage }) {
  const t = useTranslations("gatherings");
  const locale = useLocale();
  const { audience, state, coalition, recipients, reached } = gathering;
  const organization = shortNameOf(gathering.organization, locale);
  const ours = reached !== null;

  return (
    <div className="grid gap-2">
      {state === "draft" ? <p className="font-semibold">{t("detailDraft", { organization })}</p> : null}
      {audience === "owner" ? <p>{t("detailOwner", { organization })}</p> : null}
      {audience === "named" && ours ? (
        <>
          <p>{t("detailNamed")}</p>
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
        <p>{coalition ? t("detailCoalition", { coalition: nameOf(coalition, locale) }) : t("detailCoalitionNone")}</p>
      ) : null}
      {audience === "everyone" ? <p>{t("detailEveryone")}</p> : null}
      {ours && state !== "draft" && audience === "coalition" ? (
        <p>{t("detailReached", { count: reached.organizations })}</p>
      ) : null}
    </div>
  );
}
