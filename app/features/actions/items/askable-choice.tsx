import { useTranslations } from "use-intl";
import { all } from "~/platform/form-values";
import { FieldErrors } from "~/ui/field-errors";
import { useField } from "~/ui/form-context";
import { OrganizationMark } from "~/ui/organization-mark";
import type { Askable } from "./facts";

/** Which organizations are asked, with where each stands in the coalition. */
export function AskableChoice({ askable, legend }: { askable: Askable; legend: string }) {
  const t = useTranslations("items");
  const { id, errors, value, aria } = useField("recipients", { hint: false });
  if (askable.length === 0) return <p>{t("nobodyLeft")}</p>;
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={aria["aria-describedby"]}>
      <legend className="mb-1 font-semibold">{legend}</legend>
      <FieldErrors id={id} errors={errors} />
      {askable.map((one) => (
        <label key={one.id} className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
          <input
            type="checkbox"
            name="recipients"
            value={one.id}
            defaultChecked={all(value).includes(one.id)}
            className="mt-0.5 size-5 shrink-0 cursor-pointer accent-jade"
          />
          <span>
            <OrganizationMark organization={one} name="whole" />{" "}
            <span className="text-sm text-soft">{t(`standing.${one.standing}`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
