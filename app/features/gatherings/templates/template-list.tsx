import { Link } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import type { FormOrganization } from "~/platform/form-organization";
import { formatDay, localIn } from "~/platform/time";
import { Dialog } from "~/ui/dialog";
import { LinkButton } from "~/ui/link-button";
import type { Template } from "./queries.server";
import { TemplateRemovalForm } from "./template-removal-form";

type TemplateListProps = {
  organization: Pick<FormOrganization, "slug" | "display_name" | "short_name" | "korean_name">;
  templates: Template[];
  readerZone: string;
};

/** An organization's templates, each to begin a gathering from or to delete. */
export function TemplateList({ organization, templates, readerZone }: TemplateListProps) {
  const t = useTranslations("templates");
  const locale = useLocale();
  const home = `/o/${organization.slug}`;

  return (
    <ul className="divide-y divide-line border-y border-line">
      {templates.map(({ id, name, created_at }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3 py-4">
          <div className="min-w-0 grow basis-64">
            <p className="text-lg leading-snug font-semibold">
              <Link to={`${home}/gatherings/new?template=${id}`} className="hover:underline">
                {name}
              </Link>
            </p>
            <p className="text-sm text-soft">
              {t("keptOn", { day: formatDay(localIn(created_at, readerZone), locale) })}
            </p>
          </div>
          <div className="flex flex-wrap gap-3">
            <LinkButton to={`${home}/gatherings/new?template=${id}`} variant="quiet">
              {t("use")}
            </LinkButton>
            <Dialog to={`${home}/templates/${id}/removal`} label={t("remove")} title={t("removeTitle")} variant="plain">
              <p className="font-semibold">{name}</p>
              <p className="mb-5">{t("removeLead")}</p>
              <TemplateRemovalForm
                organization={organization}
                action={`${home}/templates/${id}/removal`}
                reply={undefined}
              />
            </Dialog>
          </div>
        </li>
      ))}
    </ul>
  );
}
