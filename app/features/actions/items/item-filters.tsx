import { Form } from "@remix-run/react";
import { useLocale, useTranslations } from "use-intl";
import { nameOf } from "~/i18n/names";
import { pickText } from "~/i18n/pick-text";
import { Button } from "~/ui/button";
import { ChoiceLinks } from "~/ui/choice-links";
import { Select } from "~/ui/select";
import { TickedBox } from "~/ui/ticked-box";
import type { CoalitionItems } from "./facts";
import { addressOf, type ItemQuestion } from "./question";

type ItemFiltersProps = {
  path: string;
  question: ItemQuestion;
  organizations: CoalitionItems["organizations"];
  campaigns: CoalitionItems["campaigns"];
};

/** List or board, and what of it: by links and a form that is read from its address. */
export function ItemFilters({ path, question, organizations, campaigns }: ItemFiltersProps) {
  const t = useTranslations("items");
  const locale = useLocale();
  const { filters, asBoard } = question;
  return (
    <div data-screen-only className="mb-8 grid gap-4">
      <ChoiceLinks
        label={t("shownAs")}
        chosen={asBoard ? "board" : "list"}
        options={[
          { value: "list", label: t("asList"), to: addressOf(path, { ...question, asBoard: false }) },
          { value: "board", label: t("asBoard"), to: addressOf(path, { ...question, asBoard: true }) },
        ]}
      />
      <Form
        key={JSON.stringify(filters)}
        action={path}
        className="flex flex-wrap items-end gap-x-6 gap-y-3"
        aria-label={t("filters")}
      >
        {asBoard ? <input type="hidden" name="as" value="board" /> : null}
        <Select
          name="organization"
          label={t("organization")}
          defaultValue={filters.organization ?? ""}
          options={[
            { value: "", label: t("all") },
            ...organizations.map((one) => ({ value: one.slug, label: nameOf(one, locale) })),
          ]}
        />
        {campaigns.length > 0 ? (
          <Select
            name="campaign"
            label={t("campaign")}
            defaultValue={filters.campaign ?? ""}
            options={[
              { value: "", label: t("all") },
              ...campaigns.map(({ id, name }) => ({ value: id, label: pickText(name, locale).text })),
            ]}
          />
        ) : null}
        <TickedBox name="late" value="true" checked={filters.late ?? false}>
          {t("onlyLate")}
        </TickedBox>
        <TickedBox name="closed" value="true" checked={filters.closed ?? false}>
          {t("closedToo")}
        </TickedBox>
        <Button variant="quiet">{t("show")}</Button>
      </Form>
    </div>
  );
}
