import { Link, useParams } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { Menu } from "./menu";
import { OrganizationMark } from "./organization-mark";
import { ShellLanguages } from "./shell-languages";
import { ShellSignInLink } from "./shell-sign-in-link";

type ShellOrganization = {
  slug: string;
  display_name: string;
  short_name: string;
  korean_name: string | null;
  color: string;
};

export type ShellViewer = { name: string; organizations: ShellOrganization[] };

type ShellHeaderProps = { viewer: ShellViewer | null; languages: { locale: string; name: string }[] };

/** The head of every page: the product's name, for whom one acts, the language, and signing in or out. */
export function ShellHeader({ viewer, languages }: ShellHeaderProps) {
  const t = useTranslations();

  return (
    <header className="border-b border-line print:border-0">
      <nav
        aria-label={t("shell.site")}
        className="page-width flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 py-1.5 sm:gap-x-6"
      >
        <Link to="/" className="flex min-h-11 items-center rounded-md text-lg font-bold text-jade">
          {t("name")}
        </Link>
        <Link to="/resources" className={quietLink}>
          {t("shell.resources")}
        </Link>
        {viewer ? <Organizations organizations={viewer.organizations} label={t("shell.organizations")} /> : null}
        <div className="ml-auto flex items-center gap-x-3 sm:gap-x-5">
          <ShellLanguages languages={languages} label={t("shell.language")} />
          {viewer ? (
            <>
              <Link to="/settings" title={t("shell.signedInAs", { name: viewer.name })} className={quietLink}>
                {t("shell.settings")}
              </Link>
              <Link to="/sign-out" className={quietLink}>
                {t("shell.signOut")}
              </Link>
            </>
          ) : (
            <ShellSignInLink className={quietLink}>{t("shell.signIn")}</ShellSignInLink>
          )}
        </div>
      </nav>
    </header>
  );
}

const quietLink = "flex min-h-11 items-center rounded-md font-medium hover:underline";

function Organizations({ organizations, label }: { organizations: ShellOrganization[]; label: string }) {
  const { organization: slug } = useParams();
  const current = organizations.find((organization) => organization.slug === slug);
  const [only, ...others] = organizations;
  if (!only) return null;
  if (others.length === 0) {
    return current ? null : (
      <Link to={`/o/${only.slug}`} className={quietLink}>
        <OrganizationMark organization={only} />
      </Link>
    );
  }
  return (
    <Menu label={current ? <OrganizationMark organization={current} /> : label}>
      {organizations.map((organization) => (
        <Link
          key={organization.slug}
          to={`/o/${organization.slug}`}
          aria-current={organization === current ? "true" : undefined}
          className="block rounded-md px-3 py-2.5 hover:bg-sunken"
        >
          <OrganizationMark organization={organization} name="whole" />
        </Link>
      ))}
    </Menu>
  );
}
