import { useTranslations } from "use-intl";
import { PreviewSection } from "~/ui/preview-section";
import type { ServiceImport } from "./import-page";
import { fieldWord, reasonWord } from "./words";

type FoundRowsProps = { title: string; hint: string; rows: ServiceImport["refused"] };

/** Rows of which something is to be said: where each stands in the file, which field, and why. */
export function FoundRows({ title, hint, rows }: FoundRowsProps) {
  const t = useTranslations("exchange");
  return (
    <PreviewSection title={title} hint={hint} shown={rows.length > 0}>
      {rows.map(({ row, title: name, findings }) => (
        <li key={row} className="py-3 wrap-anywhere">
          <p>
            <span className="font-semibold">{name || t("untitled")}</span>{" "}
            <span className="text-sm text-soft">{t("row", { row })}</span>
          </p>
          <ul>
            {findings.map(({ field, reason, terms = {} }) => (
              <li key={`${field} ${reason} ${terms.said ?? ""}`} className="text-soft">
                {field ? <span className="text-ink">{t(`field.${fieldWord(field)}`, { field })}: </span> : null}
                {t(`reason.${reasonWord(reason)}`, { said: "", maximum: 0, row: 0, ...terms })}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </PreviewSection>
  );
}
