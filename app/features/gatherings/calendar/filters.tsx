import { Form, Link, useSubmit } from "@remix-run/react";
import ChevronDown from "lucide-react/icons/chevron-down";
import X from "lucide-react/icons/x";
import { useEffect, useRef } from "react";
import { useLocale, useTranslations } from "use-intl";
import { shortNameOf } from "~/i18n/names";
import { commonLanguages } from "~/i18n/spoken-languages";
import { useLanguageName } from "~/i18n/use-language-name";
import type { Organization } from "~/platform/fellows";
import { Button } from "~/ui/button";
import { Choice } from "~/ui/choice";
import { kinds } from "../vocabulary";
import { addressOf, anyFilter, type CalendarAddress, noFilters } from "./address";

type FiltersProps = {
  address: CalendarAddress;
  /** The organizations one may choose among. */
  organizations: Organization[];
  /** Whether the reader has an organization here, and so may ask for theirs alone. */
  hasOwn: boolean;
};

/** What to show: a plain form that asks at once where it can, and what is chosen as chips to take away. */
export function Filters({ address, organizations, hasOwn }: FiltersProps) {
  const t = useTranslations("calendar");
  const kind = useTranslations("kind");
  const locale = useLocale();
  const languageName = useLanguageName();
  const submit = useSubmit();
  const form = useRef<HTMLFormElement>(null);
  const { view, on, filters } = address;
  const here = addressOf(address);

  const shownFor = useRef<string>();
  const ticking = useRef(false);

  // The boxes follow the address when a chip or the browser's way back has changed it; when a box did, another may have
  // been ticked meanwhile. What was ticked before the scripts came counts.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is what the boxes are set by
  useEffect(() => {
    const first = shownFor.current === undefined;
    shownFor.current = here;
    if (ticking.current) ticking.current = false;
    else if (!first) form.current?.reset();
    else if (isTicked(form.current)) submit(form.current, { preventScrollReset: true, replace: true });
  }, [here]);

  const names = new Map(organizations.map((one) => [one.slug, shortNameOf(one, locale)]));
  for (const slug of filters.org) if (!names.has(slug)) names.set(slug, slug);
  const languages = [...new Set([...commonLanguages, ...filters.spoken])];

  return (
    <div className="my-4">
      <details className="group/filters rounded-md border border-line bg-surface">
        <summary className="flex min-h-11 items-center gap-2 px-4 font-medium hover:bg-sunken">
          <ChevronDown aria-hidden className="size-4 transition-transform group-open/filters:rotate-180" />
          {t("filters")}
          {anyFilter(filters) ? <span className="text-jade">{chips().length}</span> : null}
        </summary>
        <Form
          ref={form}
          preventScrollReset
          onChange={(event) => {
            ticking.current = true;
            submit(event.currentTarget, { preventScrollReset: true, replace: true });
          }}
          className="grid gap-5 border-t border-line p-4"
        >
          <input type="hidden" name="view" value={view} />
          <input type="hidden" name="on" value={on} />
          {hasOwn ? (
            <Choice
              {...{ type: "checkbox", name: "ours", layout: "wrap" }}
              legend={t("whose")}
              options={[{ value: "1", label: t("ours") }]}
              defaultValue={filters.ours ? "1" : undefined}
            />
          ) : null}
          {names.size > 0 ? (
            <Choice
              {...{ type: "checkbox", name: "org", layout: "wrap" }}
              legend={t("byOrganization")}
              options={[...names].map(([value, label]) => ({ value, label }))}
              defaultValue={filters.org}
            />
          ) : null}
          <Choice
            {...{ type: "checkbox", name: "kind", layout: "wrap" }}
            legend={t("byKind")}
            options={kinds.map((value) => ({ value, label: kind(value) }))}
            defaultValue={filters.kind}
          />
          <Choice
            {...{ type: "checkbox", name: "spoken", layout: "wrap" }}
            legend={t("byLanguage")}
            options={languages.map((value) => ({ value, label: languageName(value) }))}
            defaultValue={filters.spoken}
          />
          <div>
            <Button variant="quiet">{t("applyFilters")}</Button>
          </div>
        </Form>
      </details>
      {anyFilter(filters) ? (
        <ul aria-label={t("filtersOn")} className="mt-3 flex flex-wrap gap-2">
          {chips().map(({ label, without }) => (
            <li key={label}>
              <Link
                to={addressOf({ ...address, filters: without })}
                preventScrollReset
                className="inline-flex min-h-11 items-center gap-1.5 rounded-full border border-edge bg-surface px-3 text-sm hover:border-ink hover:bg-sunken"
              >
                <span className="sr-only">{t("removeFilter")} </span>
                {label}
                <X aria-hidden className="size-4" />
              </Link>
            </li>
          ))}
          <li>
            <Link
              to={addressOf({ ...address, filters: noFilters })}
              preventScrollReset
              className="link inline-flex min-h-11 items-center px-2 text-sm font-medium"
            >
              {t("clearFilters")}
            </Link>
          </li>
        </ul>
      ) : null}
    </div>
  );

  function chips() {
    const without = (name: "org" | "kind" | "spoken", value: string) => ({
      ...filters,
      [name]: filters[name].filter((one) => one !== value),
    });
    return [
      ...(filters.ours ? [{ label: t("ours"), without: { ...filters, ours: false } }] : []),
      ...filters.org.map((slug) => ({ label: names.get(slug) ?? slug, without: without("org", slug) })),
      ...kinds
        .filter((one) => filters.kind.includes(one))
        .map((one) => ({ label: kind(one) as string, without: without("kind", one) })),
      ...filters.spoken.map((tag) => ({ label: languageName(tag), without: without("spoken", tag) })),
    ];
  }
}

function isTicked(form: HTMLFormElement | null): boolean {
  const boxes = [...(form?.elements ?? [])].filter((one) => one instanceof HTMLInputElement);
  return boxes.some((box) => box.checked !== box.defaultChecked);
}
