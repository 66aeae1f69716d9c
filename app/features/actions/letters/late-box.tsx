import { useTranslations } from "use-intl";
import { Choice } from "~/ui/choice";
import { Message } from "~/ui/message";

/** A late signature is taken only from somebody who says that they know: the box is never ticked beforehand. */
export function LateBox({ when }: { when: string }) {
  const t = useTranslations("letters");
  return (
    <div className="grid gap-3">
      <Message kind="warning">{t("deadlineOver", { when })}</Message>
      <Choice
        type="checkbox"
        name="late"
        legend={<span className="sr-only">{t("stillLate")}</span>}
        options={[{ value: "true", label: t("stillLate") }]}
      />
    </div>
  );
}
