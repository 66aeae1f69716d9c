import { useLocale, useTranslations } from "use-intl";
import { formatDay, localIn } from "~/platform/time";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { Form } from "~/ui/form";
import { ForgettingForm } from "./forgetting-form";
import type { RememberedCalendar } from "./queries.server";

type RememberedCalendarsProps = { slug: string; readerZone: string; calendars: RememberedCalendar[] };

/** Calendars whose addresses are remembered, each to be read again or forgotten. */
export function RememberedCalendars({ slug, readerZone, calendars }: RememberedCalendarsProps) {
  const t = useTranslations("imports");
  const locale = useLocale();
  if (calendars.length === 0) return null;

  return (
    <section aria-labelledby="remembered" className="mb-10">
      <h2 id="remembered" className="text-xl font-bold">
        {t("rememberedTitle")}
      </h2>
      <p className="mb-3 max-w-measure text-soft">{t("rememberedHint")}</p>
      <ul className="divide-y divide-line border-y border-line">
        {calendars.map(({ id, name, last_imported_at }) => {
          const calendar = `/o/${slug}/import/addresses/${id}`;
          return (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3 py-4">
              <div className="min-w-0 grow basis-64 wrap-anywhere">
                <p id={`calendar-${id}`} className="text-lg leading-snug font-semibold">
                  {name}
                </p>
                <p className="text-sm text-soft">
                  {t("lastImported", { day: formatDay(localIn(last_imported_at, readerZone), locale) })}
                </p>
              </div>
              <div className="flex flex-wrap items-start gap-3">
                <Form action={`${calendar}/reading`} reply={undefined}>
                  <Button variant="quiet" aria-describedby={`calendar-${id}`}>
                    {t("readAgain")}
                  </Button>
                </Form>
                <Dialog to={`${calendar}/removal`} label={t("forget")} title={t("forgetTitle")} variant="plain">
                  <p className="font-semibold wrap-anywhere">{name}</p>
                  <p className="mb-5">{t("forgetLead")}</p>
                  <ForgettingForm action={`${calendar}/removal`} reply={undefined} />
                </Dialog>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
