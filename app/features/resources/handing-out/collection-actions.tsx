import { Link } from "@remix-run/react";
import FileText from "lucide-react/icons/file-text";
import { useTranslations } from "use-intl";
import { LinkButton } from "~/ui/link-button";
import type { Collection } from "./facts";
import { TableLink } from "./table-link";

type CollectionActionsProps = { collection: Pick<Collection, "id" | "writable_by">; isEmpty: boolean };

/** What one can take along of a collection, and what those who write it can change. */
export function CollectionActions({ collection: { id, writable_by }, isEmpty }: CollectionActionsProps) {
  const t = useTranslations("handingOut");
  const base = `/o/${writable_by}/collections/${id}`;
  return (
    <div data-screen-only className="mb-6 grid gap-4">
      {isEmpty ? null : (
        <div className="flex flex-wrap gap-x-6">
          <Link to={`/collections/${id}/handout`} className="link inline-flex min-h-11 items-center gap-1.5">
            <FileText aria-hidden className="size-4 shrink-0" />
            {t("collectionHandout")}
          </Link>
          <TableLink to={`/collections/${id}/resources.csv`} />
        </div>
      )}
      {writable_by ? (
        <div className="flex flex-wrap gap-3">
          {isEmpty ? null : (
            <LinkButton to={`${base}/order`} variant="quiet">
              {t("order")}
            </LinkButton>
          )}
          <LinkButton to={`${base}/card`} variant="quiet">
            {t("edit")}
          </LinkButton>
          <LinkButton to={`${base}/removal`} variant="plain">
            {t("discard")}
          </LinkButton>
        </div>
      ) : null}
    </div>
  );
}
