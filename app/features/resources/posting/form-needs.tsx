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
  const locale = useLocale();
  const { id, errors, value, answered, aria } = useField("terms", { hint: false });
  const chosen = all(answered ? value : initial.terms);

  return (
    <MoreSection title={t("needs")} lead={t("needsLead")} fields={["terms"]} filled={chosen.length > 0}>
      <fieldset id={id} tabIndex={-1} aria-describedby={aria["aria-describedby"]}>
        <legend className="sr-only">{t("needs")}</legend>
        <FieldErrors id={id} errors={errors} />
        <div className="gap-x-8 sm:columns-2">
          {needs
            .filter(({ parent_id }) => parent_id === null)
            .map((group) => (
              <div key={group.id} className="mb-4 break-inside-avoid">
                {[group, ...needs.filter(({ parent_id }) => parent_id === group.id)].map((need) => (
                  <label
                    key={need.id}
                    className={`flex min-h-11 cursor-pointer items-start gap-3 py-2 ${need === group ? "font-semibold" : "ml-4"}`}
                  >
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
              </div>
            ))}
        </div>
      </fieldset>
    </MoreSection>
  );
}
