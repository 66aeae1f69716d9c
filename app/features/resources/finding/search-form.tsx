import { Form } from "@remix-run/react";
import ChevronDown from "lucide-react/icons/chevron-down";
import { useLocale, useTranslations } from "use-intl";
import { pickText } from "~/i18n/pick-text";
import { commonLanguages } from "~/i18n/spoken-languages";
import { useLanguageName } from "~/i18n/use-language-name";
import { Button } from "~/ui/button";
import { Choice } from "~/ui/choice";
import { Field } from "~/ui/field";
import { Select } from "~/ui/select";
import type { Found } from "./found";
import { anyFilter, type Question } from "./question";
import { SearchBox } from "./search-box";

/** One box and a few filters. A plain form: the address is the question, and can be sent to somebody. */
export function SearchForm({ question, choices }: { question: Question } & Pick<Found, "choices">) {
  const t = useTranslations("finding");
  const locale = useLocale();
  const languageName = useLanguageName();
  const languages = [...new Set([...commonLanguages, ...(question.spoken ? [question.spoken] : [])])];
  const below = choices.filter(({ parent_id }) => parent_id !== null);
  const needs = choices.flatMap(({ id, parent_id, name }) =>
    parent_id === null
      ? [{ id, name, sub: false }, ...below.filter((one) => one.parent_id === id).map((one) => ({ ...one, sub: true }))]
      : [],
  );

  return (
    <Form action="/resources" className="grid gap-4" key={JSON.stringify(question)}>
      <SearchBox typed={question.typed} />
      <details open={anyFilter(question)} className="group/filters rounded-md border border-line bg-surface">
        <summary className="flex min-h-11 items-center gap-2 px-4 font-medium hover:bg-sunken">
          <ChevronDown aria-hidden className="size-4 transition-transform group-open/filters:rotate-180" />
          {t("filters")}
        </summary>
        <div className="grid gap-x-6 gap-y-4 border-t border-line p-4 sm:grid-cols-2 lg:grid-cols-4">
          <Select
            name="need"
            label={t("need")}
            defaultValue={question.need}
            options={[
              { value: "", label: t("anyNeed") },
              ...needs.map(({ id, name, sub }) => ({
                value: id,
                label: `${sub ? "– " : ""}${pickText(name, locale).text}`,
              })),
            ]}
          />
          <Select
            name="spoken"
            label={t("spoken")}
            defaultValue={question.spoken}
            options={[
              { value: "", label: t("anyLanguage") },
              ...languages.map((tag) => ({ value: tag, label: languageName(tag) })),
            ]}
          />
          <Field
            name="area"
            label={t("area")}
            defaultValue={question.area}
            maxLength={80}
            placeholder={t("areaExample")}
          />
          <Select
            name="cost"
            label={t("cost")}
            defaultValue={question.cost}
            options={[
              { value: "", label: t("anyCost") },
              { value: "free", label: t("free") },
              { value: "sliding", label: t("sliding") },
            ]}
          />
          <div className="flex flex-wrap gap-x-6 sm:col-span-2 lg:col-span-4">
            {(["open", "verified"] as const).map((name) => (
              <Choice
                key={name}
                {...{ type: "checkbox", name, layout: "wrap" }}
                legend={<span className="sr-only">{t(name)}</span>}
                options={[{ value: "1", label: t(name) }]}
                defaultValue={question[name] ? "1" : undefined}
              />
            ))}
          </div>
          <div className="sm:col-span-2 lg:col-span-4">
            <Button variant="quiet">{t("findChosen")}</Button>
          </div>
        </div>
      </details>
    </Form>
  );
}
