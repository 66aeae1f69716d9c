import { useLocale, useTranslations } from "use-intl";
import { nameOf } from "~/i18n/names";
import { Choice } from "~/ui/choice";
import { Select } from "~/ui/select";
import { TickedBox } from "~/ui/ticked-box";
import { AskableChoice } from "./askable-choice";
import type { NewItem } from "./facts";

type FormAskingProps = {
  coalitions: NewItem["coalitions"];
  /** The coalition from whose pages one came. */
  chosen: string | undefined;
};

/** With which coalition, and who is asked to do a part. */
export function FormAsking({ coalitions, chosen }: FormAskingProps) {
  const t = useTranslations("items");
  const locale = useLocale();
  const [only] = coalitions;
  const met = new Set<string>();
  const askable = coalitions.flatMap((one) => one.askable).filter(({ id }) => !met.has(id) && met.add(id));
  return (
    <>
      {only && coalitions.length === 1 ? (
        <input type="hidden" name="coalition_id" value={only.id} />
      ) : (
        <Select
          name="coalition_id"
          label={t("coalition")}
          defaultValue={chosen}
          options={coalitions.map((one) => ({ value: one.id, label: nameOf(one, locale) }))}
        />
      )}
      <Choice
        type="radio"
        name="ask"
        legend={t("whoIsAsked")}
        defaultValue="nobody"
        options={[
          { value: "core", label: t("askCore"), hint: t("askCoreMeans") },
          {
            value: "chosen",
            label: t("askChosen"),
            more: <AskableChoice askable={askable} legend={t("organizations")} />,
          },
          { value: "nobody", label: t("askNobody"), hint: t("askNobodyMeans") },
        ]}
      />
      <TickedBox name="takes_part" value="true" checked>
        {t("weTakePart")}
      </TickedBox>
    </>
  );
}
