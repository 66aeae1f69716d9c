import { Link } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { pickText } from "~/i18n/pick-text";
import { AudienceChip } from "~/ui/audience-chip";
import { OrganizationMark } from "~/ui/organization-mark";
import type { CollectionList as Listed } from "./facts";

/** Collections, each with how many of its entries the reader sees. */
export function CollectionList({ collections, withOwner = false }: { collections: Listed; withOwner?: boolean }) {
  const t = useTranslations("handingOut");
  const locale = useLocale();
  return (
    <ul className="divide-y divide-line border-y border-line">
      {collections.map(({ id, name, note, audience, organization, entries }) => {
        const title = pickText(name, locale);
        const about = pickText(note, locale);
        return (
          <li key={id} className="grid gap-1 py-4">
            {withOwner ? <OrganizationMark organization={organization} /> : null}
            <p className="text-lg leading-snug font-semibold">
              <Link to={`/collections/${id}`} lang={title.lang} className="hover:underline">
                {title.text}
              </Link>
            </p>
            <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-soft">
              {t("count", { count: entries })}
              <AudienceChip audience={audience} />
            </p>
            {about.text ? (
              <p lang={about.lang} className="max-w-measure">
                {about.text}
              </p>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
