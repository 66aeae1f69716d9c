import { useTranslations } from "use-intl";
import { FactValue } from "./fact-value";
import type { Truth } from "./queries.server";
import { useFactName } from "./use-fact-name";

type ConflictsProps = Pick<NonNullable<Truth["members"]>, "conflicts" | "disagreements">;

/** Where sources contradict each other, for those who may know it. */
export function Conflicts({ conflicts, disagreements }: ConflictsProps) {
  const t = useTranslations("truth");
  const nameOf = useFactName();
  if (conflicts.length + disagreements.length === 0) return null;
  return (
    <section aria-labelledby="conflicts" className="border-l-4 border-ochre pl-4">
      <h3 id="conflicts" className="font-semibold">
        {t("conflicts")}
      </h3>
      <p className="max-w-measure text-sm text-soft">{t("conflictsHint")}</p>
      <ul className="mt-2 grid gap-3">
        {conflicts.map(({ field, values }) => (
          <li key={field}>
            <p className="font-medium">{t("conflictField", { field: nameOf(field) })}</p>
            <ul className="ml-5 list-disc">
              {values.map((value) => (
                <li key={JSON.stringify(value)}>
                  {value === null ? t("saidByAnyone") : <FactValue field={field} value={value} />}
                </li>
              ))}
            </ul>
          </li>
        ))}
        {disagreements.map(({ field, source, theirs }) => (
          <li key={`${field} ${source}`}>
            <p className="font-medium">{t("disagreementField", { field: nameOf(field), source })}</p>
            <FactValue field={field} value={theirs} />
          </li>
        ))}
      </ul>
    </section>
  );
}
