import { Form, Link, useSubmit } from "@remix-run/react";
import X from "lucide-react/icons/x";
import { useLocale, useTranslations } from "use-intl";
import { nameOf, shortNameOf } from "~/i18n/names";
import { Button } from "~/ui/button";
import { Choice } from "~/ui/choice";
import { type CalendarQuestion, calendarAddress, countFilters } from "./calendar-question";
import type { Organization } from "./card";
import { commonLanguages } from "./spoken-languages";
import { useLanguageName } from "./use-language-name";
import { kinds } from "./vocabulary";

type CalendarFiltersProps = {
  question: CalendarQuestion;
  /** Those one may choose among. */
  organizations: Organization[];
  /** Whether there is an "ours". */
  ours: boolean;
};

/** What narrows a calendar: a form that asks by the address, and what is chosen as links that take it away again. */
export function CalendarFilters({ question, organizations, ours }: CalendarFiltersProps) {
  const t = useTranslations("calendar");
  const kind = useTranslations("kind");
  const locale = useLocale();
  const languageName = useLanguageName();
  const submit = useSubmit();
  const count = countFilters(question);

  return (
    <div className="mt-3 grid gap-2">
      <details className="group/filters">
        <summary className="inline-flex min-h-11 items-center gap-2 font-medium text-jade hover:underline">
          <span aria-hidden className="transition-transform group-open/filters:rotate-90">
            ›
          </span>
          {t("filters", { count })}
        </summary>
        <Form
          key={calendarAddress(question)}
          method="get"
          onChange={(event) => submit(event.currentTarget, { preventScrollReset: true })}
          className="mt-2 grid gap-5 rounded-md border border-line bg-surface p-4"
        >
          <input type="hidden" name="on" value={question.on} />
          <input type="hidden" name="view" value={question.view} />
          {ours ? (
            <Choice
              type="checkbox"
              name="ours"
              legend={<span className="sr-only">{t("whose")}</span>}
              options={[{ value: "1", label: t("ours") }]}
              defaultValue={question.ours ? "1" : undefined}
            />
          ) : null}
          <Choice
            type="checkbox"
            name="org"
            legend={t("organizations")}
            layout="wrap"
            options={organizations.map((one) => ({ value: one.slug, label: nameOf(one, locale) }))}
            defaultValue={question.organizations}
          />
          <Choice
            type="checkbox"
            name="kind"
            legend={t("kinds")}
            layout="wrap"
            options={kinds.map((value) => ({ value, label: kind(value) }))}
            defaultValue={question.kinds}
          />
          <Choice
            type="checkbox"
            name="spoken"
            legend={t("languages")}
            layout="wrap"
            options={commonLanguages.map((tag) => ({ value: tag, label: languageName(tag) }))}
            defaultValue={question.languages}
          />
          <div>
            <Button variant="quiet">{t("apply")}</Button>
          </div>
        </Form>
      </details>
      {count > 0 ? (
        <ul aria-label={t("chosen")} className="flex flex-wrap gap-2">
          {chosen().map(({ label, without }) => (
            <li key={label}>
              <Link
                to={calendarAddress({ ...question, from: 0, ...without })}
                preventScrollReset
                className="inline-flex min-h-11 items-center gap-1.5 rounded-full border border-edge bg-surface px-3 text-sm hover:border-ink"
              >
                {label}
                <X aria-hidden className="size-3.5" />
                <span className="sr-only">{t("without")}</span>
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );

  function chosen(): { label: string; without: Partial<CalendarQuestion> }[] {
    const names = new Map(organizations.map((one) => [one.slug, shortNameOf(one, locale)]));
    return [
      ...(question.ours ? [{ label: t("ours"), without: { ours: false } }] : []),
      ...question.organizations.map((slug) => ({
        label: names.get(slug) ?? slug,
        without: { organizations: question.organizations.filter((one) => one !== slug) },
      })),
      ...kinds
        .filter((known) => question.kinds.includes(known))
        .map((known) => ({ label: kind(known), without: { kinds: question.kinds.filter((one) => one !== known) } })),
      ...question.languages.map((tag) => ({
        label: languageName(tag),
        without: { languages: question.languages.filter((one) => one !== tag) },
      })),
    ];
  }
}
