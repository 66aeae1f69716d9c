import { useTranslations } from "use-intl";
import type { ChangedField } from "./import-page";
import { useValueInWords } from "./use-value-in-words";
import { fieldWord } from "./words";

type ChangedFieldsProps = {
  fields: ChangedField[];
  /** Nothing was written: what stands here and what the file says stand side by side. */
  leftAsIs?: boolean;
};

/** Fields as they stand here and as the file has them. */
export function ChangedFields({ fields, leftAsIs = false }: ChangedFieldsProps) {
  const t = useTranslations("exchange");
  const inWords = useValueInWords();
  return (
    <dl className="grid gap-2 pb-3">
      {fields.map(({ name, ours, theirs, conflict }) => (
        <div key={name} className="wrap-anywhere">
          <dt className="text-sm text-soft">
            {t(`field.${fieldWord(name)}`, { field: name })}
            {conflict && !leftAsIs ? <span className="ml-2 font-medium text-ochre">{t("conflict")}</span> : null}
          </dt>
          <dd>
            <span className={leftAsIs ? "text-soft" : "sr-only"}>{t(leftAsIs ? "here" : "before")}</span>{" "}
            {leftAsIs ? (
              inWords(name, ours) || t("nothing")
            ) : (
              <del className="text-soft">{inWords(name, ours) || t("nothing")}</del>
            )}
          </dd>
          <dd>
            <span className={leftAsIs ? "text-soft" : "sr-only"}>{t(leftAsIs ? "inFile" : "after")}</span>{" "}
            <ins className="no-underline">{inWords(name, theirs) || t("nothing")}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
