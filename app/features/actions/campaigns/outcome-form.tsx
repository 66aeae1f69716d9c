import { useTranslations } from "use-intl";
import { useLanguageName } from "~/i18n/use-language-name";
import type { FormReply } from "~/platform/form";
import { Button } from "~/ui/button";
import { Choice } from "~/ui/choice";
import { Field } from "~/ui/field";
import { Form } from "~/ui/form";
import { LinkButton } from "~/ui/link-button";
import { TextsFields } from "~/ui/texts-fields";
import type { Campaign } from "./facts";

type OutcomeFormProps = {
  stored: Pick<Campaign, "outcome" | "outcome_on" | "outcome_reason">;
  version: string;
  today: string;
  by: string;
  back: string;
  reply: FormReply | undefined;
};

/** Asks how a campaign came out, when and why. */
export function OutcomeForm({ stored, version, today, by, back, reply }: OutcomeFormProps) {
  const t = useTranslations("campaigns");
  const languageName = useLanguageName();
  const labels = { outcome: t("outcome"), outcome_on: t("outcomeOn"), outcome_reason: t("outcomeReason") };
  return (
    <Form reply={reply} labels={labels}>
      <input type="hidden" name="seen_version" value={version} />
      <Choice
        type="radio"
        name="outcome"
        legend={t("outcome")}
        options={(["won", "lost", "ended"] as const).map((one) => ({
          value: one,
          label: t(`outcomes.${one}`),
          hint: t(`outcomeMeans.${one}`),
        }))}
        defaultValue={stored.outcome ?? undefined}
      />
      <Field
        name="outcome_on"
        type="date"
        label={t("outcomeOn")}
        width="short"
        defaultValue={stored.outcome_on ?? today}
      />
      <TextsFields
        long
        name="outcome_reason"
        legend={t("outcomeReason")}
        hint={t("outcomeReasonHint")}
        say={(tag) => t("reasonIn", { language: languageName(tag) })}
        stored={stored.outcome_reason}
      />
      <div className="flex flex-wrap gap-3">
        <Button>{t("concludeAs", { organization: by })}</Button>
        <LinkButton to={back} variant="quiet">
          {t("back")}
        </LinkButton>
      </div>
    </Form>
  );
}
