import { useLocale, useTranslations } from "use-intl";
import { pickText } from "~/i18n/pick-text";
import { all, type FormValues } from "~/platform/form-values";
import { FieldErrors } from "~/ui/field-errors";
import { useField } from "~/ui/form-context";
import type { Needs } from "../service";
import { MoreSection } from "./more-section";

/** What it helps with, from the list that people search by. */
export function FormNeeds({ initial, needs }: { initial: FormValues; needs: Needs }) {
  const t = useTranslations("posting");
  const { id, errors, value, answered, aria } = useField("terms", { hint: false });
  const chosen = all(answered ? value : initial.terms);

  return (
    <MoreSection title={t("needs")} lead={t("needsLead")} fields={["terms"]} filled={chosen.length > 0}>
      <fieldset id={id} tabIndex={-1} aria-describedby={aria["aria-describedby"]}>
        <legend className="sr-only">{t("needs")}</legend>
        <FieldErrors id={id} errors={errors} />
        <div className="grid items-start gap-x-8 sm:grid-cols-2">
          {needs
            .filter(({ parent_id }) => parent_id === null)
            .map((group) => (
              <NeedGroup
                key={group.id}
                needs={[group, ...needs.filter(({ parent_id }) => parent_id === group.id)]}
                chosen={chosen}
              />
            ))}
        </div>
      </fieldset>
    </MoreSection>
  );
}

/** A need and what belongs to it: open where something of it is chosen. */
function NeedGroup({ needs, chosen }: { needs: Needs; chosen: string[] }) {
  const locale = useLocale();
  return (
    <details open={needs.some(({ id }) => chosen.includes(id))} className="border-b border-line">
      <summary className="min-h-11 cursor-pointer py-2 font-semibold">{pickText(needs[0]?.name, locale).text}</summary>
      {needs.map((need) => (
        <label key={need.id} className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
          <input
            type="checkbox"
            name="terms"
            value={need.id}
            defaultChecked={chosen.includes(need.id)}
            className="mt-0.5 size-5 shrink-0 cursor-pointer accent-jade"
          />
          {pickText(need.name, locale).text}
        </label>
      ))}
    </details>
  );
}
