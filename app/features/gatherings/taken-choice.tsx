import { useTranslations } from "use-intl";
import { all, type FormValues } from "~/platform/form-values";
import { Choice } from "~/ui/choice";

/** Whether those who cannot see the gathering learn that its time is taken. Nothing to choose where everyone sees it. */
export function TakenChoice({ initial }: { initial: FormValues }) {
  const t = useTranslations("gatherings");
  return (
    <div className="group-has-[input[name=audience][value=everyone]:checked]/gathering:hidden">
      <Choice
        type="checkbox"
        name="tells_taken"
        legend={t("takenLegend")}
        optional
        options={[{ value: "true", label: t("taken"), hint: t("takenHint") }]}
        defaultValue={all(initial.tells_taken)}
      />
    </div>
  );
}
