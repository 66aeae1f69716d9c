import { Link } from "@remix-run/react";
import FolderOpen from "lucide-react/icons/folder-open";
import { useTranslations } from "use-intl";
import { TableLink } from "./table-link";

/** What an organization can take along of all that it lists. */
export function OurTables({ slug }: { slug: string }) {
  const t = useTranslations("handingOut");
  return (
    <div data-screen-only className="mb-4 flex flex-wrap gap-x-6">
      <Link to={`/o/${slug}/collections`} className="link inline-flex min-h-11 items-center gap-1.5">
        <FolderOpen aria-hidden className="size-4 shrink-0" />
        {t("collections")}
      </Link>
      <TableLink to={`/o/${slug}/resources.csv`} />
    </div>
  );
}
