import { Link } from "@remix-run/react";
import FileText from "lucide-react/icons/file-text";
import FolderPlus from "lucide-react/icons/folder-plus";
import MessageSquareText from "lucide-react/icons/message-square-text";
import { useTranslations } from "use-intl";

type HandingOutLinksProps = {
  id: string;
  /** The slug of the organization as which the reader may collect; nothing where they may for none. */
  collectFor?: string | null;
};

/** What one can hand out of a service, for whoever sees it, and putting it into a collection. */
export function HandingOutLinks({ id, collectFor }: HandingOutLinksProps) {
  const t = useTranslations("handingOut");
  return (
    <div data-screen-only className="flex flex-wrap gap-x-6">
      <Link to={`/resources/${id}/handout`} className={style}>
        <FileText aria-hidden className="size-4 shrink-0" />
        {t("handout")}
      </Link>
      <Link to={`/resources/${id}/message`} className={style}>
        <MessageSquareText aria-hidden className="size-4 shrink-0" />
        {t("message")}
      </Link>
      {collectFor ? (
        <Link to={`/o/${collectFor}/resources/${id}/collecting`} className={style}>
          <FolderPlus aria-hidden className="size-4 shrink-0" />
          {t("collect")}
        </Link>
      ) : null}
    </div>
  );
}

const style = "link inline-flex min-h-11 items-center gap-1.5";
