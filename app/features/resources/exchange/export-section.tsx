import { useTranslations } from "use-intl";

/** What an organization lists, as files to take along. */
export function ExportSection({ slug }: { slug: string }) {
  const t = useTranslations("exchange");
  const link = "inline-block min-h-6 font-medium text-jade underline";
  return (
    <section aria-labelledby="export" className="mt-12">
      <h2 id="export" className="text-xl font-bold">
        {t("exportTitle")}
      </h2>
      <p className="mb-3 max-w-measure text-soft">{t("exportHint")}</p>
      <ul className="grid gap-2">
        <li>
          <a href={`/o/${slug}/resources/export`} download className={link}>
            {t("exportPublic")}
          </a>
        </li>
        <li>
          <a href={`/o/${slug}/resources/export?whole`} download className={link}>
            {t("exportWhole")}
          </a>{" "}
          <span className="text-soft">{t("exportWholeHint")}</span>
        </li>
      </ul>
    </section>
  );
}
