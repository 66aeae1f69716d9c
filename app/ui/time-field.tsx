import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { type FormValues, one } from "~/platform/form-values";
import { formatTime } from "~/platform/time";
import { readTypedTime } from "~/platform/typed-time";
import { Choice } from "./choice";
import { Field } from "./field";
import { useField, useFormState } from "./form-context";

/**
 * A time of day as people type it, and what we understood by it. When the server says that the hour happens twice, it
 * asks which.
 */
export function TimeField({ name, label, initial }: { name: string; label: string; initial: FormValues }) {
  const t = useTranslations("ui");
  const locale = useLocale();
  const { value, answered } = useField(name, { hint: true });
  const [typed, setTyped] = useState(one(answered ? value : initial[name]) ?? "");
  const { time } = readTypedTime(typed);
  const understood = time && formatTime(`2000-01-01T${time}:00`, locale);

  return (
    <div>
      <Field
        name={name}
        label={label}
        hint={t("timeHint")}
        width="short"
        defaultValue={one(initial[name])}
        onChange={(event) => setTyped(event.currentTarget.value)}
        autoComplete="off"
        autoCapitalize="off"
      />
      <output className="mt-1 block min-h-5 text-sm text-soft">
        {understood && understood !== typed ? understood : null}
      </output>
      <div className="mt-2">
        <WhichHour name={name} initial={initial} />
      </div>
    </div>
  );
}

function WhichHour({ name, initial }: { name: string; initial: FormValues }) {
  const t = useTranslations("ui");
  const { reply } = useFormState();
  const repeated = reply?.errors[name]?.some(({ key }) => key === "local_time_repeated");
  const fold = useField(`${name}_fold`, { hint: false });
  const chosen = one(fold.answered ? fold.value : initial[`${name}_fold`]);
  if (!repeated && chosen === undefined) return null;

  return (
    <Choice
      type="radio"
      name={`${name}_fold`}
      legend={t("foldLegend")}
      options={[
        { value: "0", label: t("foldFirst") },
        { value: "1", label: t("foldSecond") },
      ]}
      defaultValue={chosen}
    />
  );
}
