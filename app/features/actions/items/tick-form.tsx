import { useLocale, useTranslations } from "use-intl";
import { shortNameOf } from "~/i18n/names";
import { pickText } from "~/i18n/pick-text";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { TickedBox } from "~/ui/ticked-box";
import type { ItemPage } from "./facts";

type TickFormProps = { item: Pick<ItemPage, "id" | "steps">; part: ItemPage["own"][number] };

/** The steps of an organization's own part, to be ticked where they stand. All else of the part is sent as it was read. */
export function TickForm({ item, part }: TickFormProps) {
  const t = useTranslations("items");
  const locale = useLocale();
  const { organization, status, assignee_id, note, link, version, ticks } = part;
  const carried = { seen_version: version, status, assignee_id: assignee_id ?? "", note, link };
  return (
    // Another version has other boxes ticked; what is refused is answered on the page of the part.
    <Form key={version} reply={undefined} reloadDocument action={`/o/${organization.slug}/items/${item.id}/part`}>
      {Object.entries(carried).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <fieldset>
        <legend className="font-semibold">{t("ticked", { done: ticks.length, all: item.steps.length })}</legend>
        {item.steps.map(({ id, label }) => {
          const said = pickText(label, locale);
          return (
            <TickedBox key={id} name="ticks" value={id} checked={ticks.includes(id)}>
              <span lang={said.lang}>{said.text}</span>
            </TickedBox>
          );
        })}
      </fieldset>
      <div>
        <Button variant="quiet">{t("tickAs", { organization: shortNameOf(organization, locale) })}</Button>
      </div>
    </Form>
  );
}
