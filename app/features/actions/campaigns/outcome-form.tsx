import { useLocale, useTranslations } from "use-intl";
import { useLanguageName } from "~/i18n/use-language-name";
import type { FormReply } from "~/platform/form";
import { Button } from "~/ui/button";
import { Choice } from "~/ui/choice";
import { Field } from "~/ui/field";
import { FieldErrors } from "~/ui/field-errors";
import { Form } from "~/ui/form";
import { useField } from "~/ui/form-context";
import { Hint } from "~/ui/hint";
import { LinkButton } from "~/ui/link-button";
import { TextArea } from "~/ui/text-area";
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
      <Reasons stored={stored.outcome_reason} />
      <div className="flex flex-wrap gap-3">
        <Button>{t("concludeAs", { organization: by })}</Button>
        <LinkButton to={back} variant="quiet">
          {t("back")}
        </LinkButton>
      </div>
    </Form>
  );
}

function Reasons({ stored }: { stored: Record<string, string> }) {
  const t = useTranslations("campaigns");
  const languageName = useLanguageName();
  const { id, errors, aria } = useField("outcome_reason", { hint: true });
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-describedby={aria["aria-describedby"]}
      className={errors.length > 0 ? "border-l-4 border-cinnabar pl-3" : undefined}
    >
      <legend className="mb-1 font-semibold">{t("outcomeReason")}</legend>
      <Hint id={id}>{t("outcomeReasonHint")}</Hint>
      <FieldErrors id={id} errors={errors} />
      <div className="grid gap-4">
        {[...new Set([useLocale(), "ko", "en", ...Object.keys(stored)])].map((tag) => (
          <TextArea
            key={tag}
            name={`outcome_reason.${tag}`}
            lang={tag}
            label={t("reasonIn", { language: languageName(tag) })}
            rows={3}
            defaultValue={stored[tag]}
          />
        ))}
      </div>
    </fieldset>
  );
}
