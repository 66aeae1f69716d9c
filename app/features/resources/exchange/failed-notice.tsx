import { useTranslations } from "use-intl";
import { useProblem } from "~/i18n/use-problem";
import type { ProblemKey } from "~/platform/refusal";
import { Message } from "~/ui/message";
import type { ServiceImport } from "./import-page";
import { fieldWord } from "./words";

/** Why the last try did nothing. */
export function FailedNotice({ problem }: { problem: NonNullable<ServiceImport["problem"]> }) {
  const t = useTranslations("exchange");
  const say = useProblem();
  const field = problem.field?.split(".")[0];
  return (
    <div className="mb-6">
      <Message kind="danger" live title={t("failedTitle")}>
        <p>{say({ key: problem.key as ProblemKey, values: { maximum: 0 } })}</p>
        {field ? <p>{t("failedField", { field: t(`field.${fieldWord(field)}`, { field }) })}</p> : null}
      </Message>
    </div>
  );
}
