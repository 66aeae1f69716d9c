import { useLocale, useTranslations } from "use-intl";
import { commonLanguages } from "~/i18n/spoken-languages";
import { useLanguageName } from "~/i18n/use-language-name";
import { formatWeekday } from "~/platform/time";
import { Choice } from "~/ui/choice";
import { Field } from "~/ui/field";
import { TextArea } from "~/ui/text-area";
import { clockOf, type Fact, type Hours } from "./facts";
import { phoneShown } from "./phone-shown";

type FactFieldsProps = { field: Fact; now: unknown };

/** What is typed for one fact, begun with what it says now. */
export function FactFields({ field, now }: FactFieldsProps) {
  const t = useTranslations("truth");
  const locale = useLocale();
  const languageName = useLanguageName();

  switch (field) {
    case "phones": {
      const [front] = (now as { number: string; extension: string }[] | null) ?? [];
      const shown = front ? phoneShown(front) : undefined;
      return (
        <Field
          name="value"
          type="tel"
          label={t("typePhone")}
          hint={t("typePhoneHint")}
          defaultValue={shown}
          width="medium"
          required
        />
      );
    }
    case "schedules":
      return <HoursFields now={(now as Hours[] | null) ?? []} />;
    case "staff_languages": {
      const spoken = (now as string[] | null) ?? [];
      const offered = [...new Set([...commonLanguages, ...spoken])];
      return (
        <Choice
          type="checkbox"
          name="value"
          legend={t("typeLanguages")}
          layout="wrap"
          defaultValue={spoken}
          options={offered.map((tag) => ({ value: tag, label: languageName(tag) }))}
        />
      );
    }
    case "cost":
      return (
        <Choice
          type="radio"
          name="value"
          legend={t("typeCost")}
          defaultValue={String(now)}
          options={(["free", "sliding", "paid"] as const).map((cost) => ({ value: cost, label: t(`cost.${cost}`) }))}
        />
      );
    case "state":
      return (
        <Choice
          type="radio"
          name="value"
          legend={t("typeState")}
          defaultValue={String(now)}
          options={(["active", "paused", "closed"] as const).map((state) => ({
            value: state,
            label: t(`serviceState.${state}`),
          }))}
        />
      );
    case "place":
      return <AddressFields now={(now as Record<string, string> | null) ?? {}} />;
    default: {
      const text = (now as Record<string, string> | null)?.[locale];
      return field === "name" ? (
        <Field name="value" label={t("typeText")} defaultValue={text} maxLength={160} required />
      ) : (
        <TextArea name="value" label={t("typeText")} defaultValue={text} maxLength={4000} required />
      );
    }
  }

  function HoursFields({ now: hours }: { now: Hours[] }) {
    return (
      <fieldset aria-describedby="hours-hint">
        <legend className="font-semibold">{t("typeHours")}</legend>
        <p id="hours-hint" className="mb-3 max-w-measure text-sm text-soft">
          {t("typeHoursHint")}
        </p>
        <div className="grid gap-3">
          {[1, 2, 3, 4, 5, 6, 7].map((weekday) => {
            const day = formatWeekday(weekday - 1, locale);
            const known = hours.find(({ weekdays }) => weekdays.includes(weekday));
            return (
              <div key={weekday} className="grid grid-cols-2 items-end gap-4 sm:max-w-96">
                <Field
                  name={`opens_${weekday}`}
                  type="time"
                  label={t("opens", { day })}
                  defaultValue={known && clockOf(known.opens_minute)}
                />
                <Field
                  name={`closes_${weekday}`}
                  type="time"
                  label={t("closes", { day })}
                  defaultValue={known && clockOf(known.closes_minute)}
                />
              </div>
            );
          })}
        </div>
      </fieldset>
    );
  }

  function AddressFields({ now: address }: { now: Record<string, string> }) {
    return (
      <>
        <Field name="value" label={t("typeAddress")} defaultValue={address.address_1} maxLength={160} required />
        <Field name="city" label={t("typeCity")} defaultValue={address.city} maxLength={80} width="medium" />
        <Field name="region" label={t("typeRegion")} defaultValue={address.region} maxLength={80} width="short" />
        <Field
          name="postal_code"
          label={t("typePostalCode")}
          defaultValue={address.postal_code}
          maxLength={20}
          width="short"
        />
      </>
    );
  }
}
