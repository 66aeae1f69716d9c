import Table from "lucide-react/icons/table";
import { useTranslations } from "use-intl";

/** To a table for Excel; a file, so no page of the app. */
export function TableLink({ to }: { to: string }) {
  const t = useTranslations("handingOut");
  return (
    <a href={to} download className="link inline-flex min-h-11 items-center gap-1.5">
      <Table aria-hidden className="size-4 shrink-0" />
      {t("table")}
    </a>
  );
}
