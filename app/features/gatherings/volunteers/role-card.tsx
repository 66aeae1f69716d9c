import { useLocale, useTranslations } from "use-intl";
import { formatList } from "~/i18n/format-list";
import { type nameOf, shortNameOf } from "~/i18n/names";
import { pickText } from "~/i18n/pick-text";
import { useLanguageName } from "~/i18n/use-language-name";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { LinkButton } from "~/ui/link-button";
import type { Role } from "../card";
import type { Place, VolunteerPage } from "./page";

type RoleCardProps = {
  role: Role;
  page: Pick<VolunteerPage, "places" | "writes" | "helps" | "frees">;
  organization: Parameters<typeof nameOf>[0] & Parameters<typeof shortNameOf>[0] & { slug: string };
  /** Where the pages of the gathering are. */
  base: string;
};

/** A role: how many it needs, who of one's own people has it, and a press to take it. */
export function RoleCard({ role, page, organization, base }: RoleCardProps) {
  const t = useTranslations("volunteers");
  const languageName = useLanguageName();
  const locale = useLocale();
  const places = page.places.filter(({ role_id }) => role_id === role.id);
  const missing = Math.max(role.needed - role.taken, 0);
  const mine = places.find((place) => place.mine && place.stands);
  const name = pickText(role.name, locale);

  return (
    <article className="grid gap-3 border-t border-line py-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 className="text-lg font-bold" lang={name.lang === locale ? undefined : name.lang}>
          {name.text}
        </h2>
        <p className={missing > 0 ? "font-semibold text-ochre" : "font-semibold text-jade"}>
          {missing > 0
            ? t("missing", { taken: String(role.taken), needed: String(role.needed), missing })
            : t("full", { taken: String(role.taken), needed: String(role.needed) })}
        </p>
      </div>
      {role.languages.length > 0 ? (
        <p className="text-soft">{t("speaks", { languages: formatList(role.languages.map(languageName), locale) })}</p>
      ) : null}
      {places.length > 0 ? (
        <ul className="grid">
          {places.map((place) => (
            <PlaceRow key={place.id} place={place} frees={page.frees || place.mine} base={`${base}/roles/${role.id}`} />
          ))}
        </ul>
      ) : null}
      <div className="flex flex-wrap gap-3">
        {page.helps && !mine && missing > 0 ? (
          <Form action={`${base}/roles/${role.id}/place`} reply={undefined} className="contents">
            <Button>{t("takeAs", { organization: shortNameOf(organization, locale) })}</Button>
          </Form>
        ) : null}
        {page.writes ? (
          <>
            <LinkButton to={`${base}/roles/${role.id}`} variant="quiet">
              {t("change")}
            </LinkButton>
            <LinkButton to={`${base}/roles/${role.id}/removal`} variant="plain">
              {t("remove")}
            </LinkButton>
          </>
        ) : null}
      </div>
    </article>
  );
}

function PlaceRow({ place, frees, base }: { place: Place; frees: boolean; base: string }) {
  const t = useTranslations("volunteers");
  return (
    <li className="flex flex-wrap items-center gap-x-4">
      <span>
        <b>{place.person}</b>
        {place.mine ? ` ${t("you")}` : ""}
      </span>
      {place.stands ? null : <span className="text-sm font-semibold text-ochre">{t("outOfTime")}</span>}
      {frees ? (
        <LinkButton to={`${base}/places/${place.id}/removal`} variant="plain">
          {place.mine ? t("leave") : t("free", { person: place.person })}
        </LinkButton>
      ) : null}
    </li>
  );
}
