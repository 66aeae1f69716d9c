import { useLocale, useTranslations } from "use-intl";
import { pickText } from "~/i18n/pick-text";
import { Message } from "~/ui/message";
import type { PartPage } from "./facts";

/** What a colleague has saved meanwhile, beside what was typed. */
export function PartNow({ page: { part, members, steps } }: { page: PartPage }) {
  const t = useTranslations("items");
  const locale = useLocale();
  const ticked = steps.filter(({ id }) => part.ticks.includes(id)).map(({ label }) => pickText(label, locale).text);
  return (
    <div className="mb-6">
      <Message kind="warning" title={t("standsNow")}>
        <ul className="list-disc pl-5">
          <li>
            {t("howFar")}: {t(`status.${part.status}`)}
          </li>
          <li>
            {t("assignee")}: {members.find(({ id }) => id === part.assignee_id)?.name ?? t("nobodyYet")}
          </li>
          {ticked.length > 0 ? (
            <li>
              {t("stepsDone")}: {ticked.join(" · ")}
            </li>
          ) : null}
          {part.note ? (
            <li className="whitespace-pre-line">
              {t("note")}: {part.note}
            </li>
          ) : null}
          {part.link ? (
            <li className="break-all">
              {t("link")}: {part.link}
            </li>
          ) : null}
        </ul>
      </Message>
    </div>
  );
}
