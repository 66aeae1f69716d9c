import { useLocale, useTranslations } from "use-intl";
import { pickText } from "~/i18n/pick-text";
import { Message } from "~/ui/message";
import { DueTime } from "./due-time";
import type { StoredItem } from "./facts";
import { ItemTitle } from "./item-title";

/** What another editor has saved meanwhile, beside what was typed. */
export function ItemNow({ stored }: { stored: StoredItem }) {
  const t = useTranslations("items");
  const locale = useLocale();
  const description = pickText(stored.description, locale);
  return (
    <Message kind="warning" title={t("standsNow")}>
      <p className="font-semibold">
        <ItemTitle item={stored} />
      </p>
      <p>
        <DueTime item={stored} />
      </p>
      {description.text ? (
        <p lang={description.lang} className="whitespace-pre-line">
          {description.text}
        </p>
      ) : null}
      <ol className="list-decimal pl-6">
        {stored.steps.map(({ id, label }) => (
          <li key={id}>{pickText(label, locale).text}</li>
        ))}
      </ol>
    </Message>
  );
}
