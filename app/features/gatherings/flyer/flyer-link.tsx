import { Link } from "@remix-run/react";
import FileText from "lucide-react/icons/file-text";
import { useTranslations } from "use-intl";

/** To the flyer of a gathering, for whoever may see the gathering. */
export function FlyerLink({ id }: { id: string }) {
  const t = useTranslations("flyer");
  return (
    <Link to={`/gatherings/${id}/flyer`} className="link inline-flex min-h-11 items-center gap-1.5">
      <FileText aria-hidden className="size-4 shrink-0" />
      {t("open")}
    </Link>
  );
}
