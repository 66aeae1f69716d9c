import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { buttonStyle } from "~/ui/button-style";

type TemplateChoiceProps = { slug: string; templates: { id: string; name: string }[]; chosen: string | undefined };

/** Links that fill the form of a new gathering in from a template. */
export function TemplateChoice({ slug, templates, chosen }: TemplateChoiceProps) {
  const t = useTranslations("templates");
  if (templates.length === 0) return null;

  return (
    <nav aria-labelledby="templates" className="mb-8 border-b border-line pb-6">
      <p id="templates" className="mb-2 font-semibold">
        {t("start")}
      </p>
      <ul className="flex flex-wrap gap-2">
        {templates.map(({ id, name }) => (
          <li key={id} className="max-w-full">
            <Link
              to={`/o/${slug}/gatherings/new?template=${id}`}
              aria-current={id === chosen ? "true" : undefined}
              className={`${buttonStyle("quiet")} max-w-full aria-[current]:border-jade aria-[current]:bg-jade-wash`}
            >
              {name}
            </Link>
          </li>
        ))}
        <li>
          <Link to={`/o/${slug}/templates`} className={buttonStyle("plain")}>
            {t("all")}
          </Link>
        </li>
      </ul>
    </nav>
  );
}
