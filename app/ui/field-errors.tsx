import { useTranslations } from "use-intl";

/** Why a value was not accepted; the control of that id is described by it. */
export function FieldErrors({ id, errors }: { id: string; errors: string[] }) {
  const t = useTranslations("ui");
  if (errors.length === 0) return null;
  return (
    <p id={`${id}-error`} className="mb-1.5 font-medium text-cinnabar">
      <span className="sr-only">{t("errorPrefix")} </span>
      {errors.join(" ")}
    </p>
  );
}
