import { useLocale, useTranslations } from "use-intl";
import { shortNameOf } from "~/i18n/names";
import { pickText } from "~/i18n/pick-text";
import { LinkButton } from "~/ui/link-button";
import type { GatheringPage } from "../card";

/** On a gathering's page, for the people of those who hold it: who is needed, and the ways to help and to count. */
export function GatheringVolunteers({ gathering }: { gathering: GatheringPage }) {
  const t = useTranslations("onTheDay");
  const locale = useLocale();
  const { roles, held_by } = gathering;
  if (held_by.length === 0 || gathering.state === "draft") return null;

  return (
    <section data-screen-only aria-label={t("title")} className="grid gap-3 border-t border-line pt-6">
      <h2 className="text-xl font-bold">{t("title")}</h2>
      {roles.length > 0 ? (
        <ul className="grid gap-1">
          {roles.map((role) => (
            <li key={role.id} className="flex flex-wrap gap-x-3">
              <b>{pickText(role.name, locale).text}</b>
              <span className={role.taken < role.needed ? "text-ochre" : "text-jade"}>
                {t("places", { taken: String(role.taken), needed: String(role.needed) })}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {held_by.map(({ slug, ...organization }) => (
        <div key={slug} className="flex flex-wrap items-center gap-3">
          {held_by.length > 1 ? <b>{shortNameOf(organization, locale)}</b> : null}
          <LinkButton to={`/o/${slug}/gatherings/${gathering.id}/roles`} variant="quiet">
            {t("volunteers")}
          </LinkButton>
          <LinkButton to={`/o/${slug}/gatherings/${gathering.id}/tally`} variant="quiet">
            {t("tally")}
          </LinkButton>
        </div>
      ))}
    </section>
  );
}
