import { NavLink } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { nameOf } from "~/i18n/names";

type CoalitionSectionsProps = { coalition: { slug: string; display_name: string; korean_name: string | null } };

/** Above the title of what a coalition does together: its name, and where else one can look. */
export function CoalitionSections({ coalition }: CoalitionSectionsProps) {
  const t = useTranslations("home");
  const name = nameOf(coalition, useLocale());
  const sections = ["plan", "items", "totals", "letters", "calendar"] as const;
  return (
    <nav aria-label={t("sections", { organization: name })} data-screen-only>
      <p>{name}</p>
      <ul className="-mx-3 mb-3 flex flex-wrap">
        {sections.map((section) => (
          <li key={section}>
            <NavLink to={`/c/${coalition.slug}/${section}`} className="subsection">
              {t(section)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
