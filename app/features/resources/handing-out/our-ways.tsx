import { Link } from "@remix-run/react";
import ArrowUpDown from "lucide-react/icons/arrow-up-down";
import FolderOpen from "lucide-react/icons/folder-open";
import ListChecks from "lucide-react/icons/list-checks";
import { useTranslations } from "use-intl";
import { TableLink } from "./table-link";

/** From the list of an organization to all that can be done with it: make sure of it, collect, take in, take along. */
export function OurWays({ slug, canWrite }: { slug: string; canWrite: boolean }) {
  const t = useTranslations("handingOut");
  const ways = [
    { to: `/o/${slug}/resources/checks`, Icon: ListChecks, label: t("checks") },
    { to: `/o/${slug}/collections`, Icon: FolderOpen, label: t("collections") },
    ...(canWrite ? [{ to: `/o/${slug}/resources/import`, Icon: ArrowUpDown, label: t("inAndOut") }] : []),
  ];
  return (
    <nav aria-label={t("ways")} data-screen-only className="mb-4 flex flex-wrap gap-x-6">
      {ways.map(({ to, Icon, label }) => (
        <Link key={to} to={to} className="link inline-flex min-h-11 items-center gap-1.5">
          <Icon aria-hidden className="size-4 shrink-0" />
          {label}
        </Link>
      ))}
      <TableLink to={`/o/${slug}/resources.csv`} />
    </nav>
  );
}
