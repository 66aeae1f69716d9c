import { Link } from "@remix-run/react";
import Users from "lucide-react/icons/users";
import { useTranslations } from "use-intl";
import { LinkButton } from "~/ui/link-button";
import { OrganizationMark } from "~/ui/organization-mark";

type Organization = {
  slug: string;
  short_name: string;
  display_name: string;
  korean_name: string | null;
  color: string;
};

/** The way in for people of the organizations: to sign in, or once they are, to their own organizations. */
export function MembersEntrance({ organizations }: { organizations: Organization[] | null }) {
  const t = useTranslations("front");

  return (
    <section aria-labelledby="members" className="border-t border-ink pt-3">
      <h2 id="members" className="flex items-center gap-2 text-lg font-bold">
        <Users aria-hidden className="size-5" />
        {organizations ? t("yours") : t("members")}
      </h2>
      {organizations ? (
        <ul className="mt-1">
          {organizations.map((organization) => (
            <li key={organization.slug}>
              <Link to={`/o/${organization.slug}`} className="inline-flex min-h-11 items-center hover:underline">
                <OrganizationMark organization={organization} name="whole" />
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        <>
          <p className="mt-1 mb-3 text-soft">{t("membersText")}</p>
          <LinkButton to="/sign-in" variant="quiet">
            {t("signIn")}
          </LinkButton>
        </>
      )}
    </section>
  );
}
